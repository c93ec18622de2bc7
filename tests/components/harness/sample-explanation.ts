import type { SiteTab, TabExplanation } from '../../../lib/protocol/explanation.ts';

export const SITE_TABS: readonly SiteTab[] = [
  { tabId: 7, host: 'vms.tplinkcloud.com', place: 1 },
  { tabId: 8, host: '192.168.1.10:8043', place: 12 },
];

/** What a genuine prompt looks like, and the password field that went before. */
export const FILLED: TabExplanation = {
  host: 'vms.tplinkcloud.com',
  vault: 'open',
  signIn: 'fresh',
  fill: 'by-itself',
  frames: [
    {
      kind: 'fields',
      offer: 2.6,
      fill: 4.1,
      more: 0,
      fields: [
        {
          boxes: 1,
          type: 'text',
          purpose: 'one-time-code',
          score: 14.25,
          verdict: 'fill',
          signals: [
            { name: 'one-time-code', weight: 3 },
            { name: 'length 6', weight: 2.5 },
            { name: 'digits by keyboard', weight: 1.25 },
            { name: 'alone', weight: 1 },
            { name: 'near: second factor', weight: 2.5 },
            { name: 'near: authenticator', weight: 2 },
            { name: 'moment: sign-in', weight: 2 },
          ],
        },
        {
          boxes: 1,
          type: 'password',
          purpose: 'current-password',
          score: 0,
          verdict: 'ruled-out',
          against: 'autocomplete',
          signals: [],
        },
      ],
    },
  ],
};

/** A code that was sent, beside all that can be odd about frames. */
export const NOT_FILLED: TabExplanation = {
  host: '192.168.1.10:8043',
  vault: 'locked',
  signIn: 'none',
  fill: 'by-hand',
  frames: [
    {
      kind: 'fields',
      offer: 2.6,
      fill: 4.1,
      more: 3,
      fields: [
        {
          boxes: 6,
          type: 'tel',
          purpose: 'none',
          score: -1.5,
          verdict: 'too-weak',
          signals: [
            { name: 'six boxes', weight: 4 },
            { name: 'near: sent', weight: -3 },
            { name: 'masked contact named', weight: -3 },
            { name: 'digits by type', weight: 0.5 },
          ],
        },
      ],
    },
    { kind: 'fields', offer: 2.6, fill: 4.1, more: 0, fields: [] },
    { kind: 'foreign' },
    { kind: 'unreadable' },
  ],
};
