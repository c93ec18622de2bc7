/** Pages right after a log-in: what most regression pages are made of. */
import type { FieldPage } from './page.ts';

/** Asks for the app's code, in the field #n. */
export const asks = (name: string, html: string, verdict?: FieldPage['verdict']): FieldPage => ({
  name,
  html,
  meant: '#n',
  moment: 'sign-in',
  ...(verdict ? { verdict } : {}),
});

/** Asks for something else. */
export const nothing = (name: string, html: string): FieldPage => ({
  name,
  html,
  moment: 'sign-in',
});

/** Asks for something else, in words that may be taken for the app's code. */
export const atMostAnOffer = (name: string, html: string): FieldPage => ({
  ...nothing(name, html),
  verdict: 'at most an offer',
});

export const form = (words: string, fields: string, after = ''): string =>
  `<form>${words}${fields}<button>Continue</button>${after}</form>`;
