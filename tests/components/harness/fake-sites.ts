import type { OwnRequests } from '../../../lib/protocol/own-messages.ts';
import { SITES } from './sample-answers.ts';
import { FILLED, NOT_FILLED, SITE_TABS } from './sample-explanation.ts';
import type { ScreenState } from './screen-state.ts';

/** The user's sites, and what a page of theirs was explained by. */
export function fakeSites(state: ScreenState): Partial<OwnRequests> {
  let sites = SITES;
  return {
    siteList: () => sites,
    siteChange: ({ siteId, change }) => {
      sites = sites.map((one) =>
        one.id === siteId ? { ...one, settings: { ...one.settings, ...change } } : one,
      );
      return { fill: 'by-itself', submit: 'never', clockOffsetMs: 0, ...change };
    },
    siteForgetPrompt: ({ siteId, promptId }) => {
      sites = sites.map((one) =>
        one.id === siteId
          ? { ...one, remembered: one.remembered.filter(({ id }) => id !== promptId) }
          : one,
      );
    },
    siteRevoke: ({ siteId }) => {
      sites = sites.filter((one) => one.id !== siteId);
    },
    siteWant: () => ({
      origin: 'http://192.168.1.10:8043',
      pattern: 'http://192.168.1.10/*',
      transport: 'plain',
    }),
    siteTabs: () => (state.explanation === 'no-tabs' ? [] : SITE_TABS),
    explainTab: () => ({
      ...(state.explanation === 'filled' ? FILLED : NOT_FILLED),
      ...(state.page === 'vms-sent' ? { asks: 'sent-code' as const } : {}),
    }),
  };
}
