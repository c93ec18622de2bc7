import type { ScreenState } from './screen-state.ts';

const GRANT_OF = {
  vms: 'none',
  'vms-waiting': 'none',
  none: 'none',
  other: 'possible',
  local: 'likely',
} as const;

/** The page in the tab below the popup. */
export function samplePage(state: ScreenState) {
  const site = state.page === 'vms' || state.page === 'vms-waiting';
  return {
    tabId: 7,
    host: site
      ? 'vms.tplinkcloud.com'
      : state.page === 'local'
        ? 'nvr.local:8043'
        : 'www.example.com',
    prompt: state.page === 'vms-waiting' ? ('waiting' as const) : ('none' as const),
    grant: GRANT_OF[state.page],
    ...(site ? { siteId: 'vms-cloud' } : {}),
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
