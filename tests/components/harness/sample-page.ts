import type { ScreenState } from './screen-state.ts';

const GRANT_OF = {
  vms: 'none',
  'vms-waiting': 'none',
  'vms-another': 'none',
  // It asks for a code that was sent by e-mail.
  'vms-sent': 'none',
  'tp-link': 'possible',
  none: 'none',
  other: 'possible',
  local: 'likely',
} as const;

const HOST_OF: Partial<Record<ScreenState['page'], string>> = {
  local: 'nvr.local:8043',
  'tp-link': 'omada.tplinkcloud.com',
};

/** The page in the tab below the popup. */
export function samplePage(state: ScreenState) {
  const site = state.page.startsWith('vms');
  const isWaiting = state.page === 'vms-waiting' || state.page === 'vms-another';
  return {
    tabId: 7,
    host: site ? 'vms.tplinkcloud.com' : (HOST_OF[state.page] ?? 'www.example.com'),
    prompt: isWaiting ? ('waiting' as const) : ('none' as const),
    grant: GRANT_OF[state.page],
    ...(site ? { siteId: 'vms-cloud' } : {}),
    ...(state.page === 'vms-another' ? { account: 'another' as const } : {}),
    ...(state.page === 'vms-sent' ? { signIn: 'under-way' as const } : {}),
    ...(state.enrols === 'nothing'
      ? {}
      : {
          scan: {
            scanId: 'scan-of-page',
            state: state.enrols,
            issuer: 'TP-Link',
            label: 'night-shift@example.com',
          },
        }),
    ...(state.skewMs === 0 ? {} : { skewMs: state.skewMs }),
  };
}
