import { DARK, type ScreenCase } from './screen-case.ts';

const size = { width: 380, height: 300 };

/** The window at the field in every state worth looking at. */
export const chooseCases: Readonly<Record<string, ScreenCase>> = {
  'choose-light': { screen: 'choose', size, state: { accounts: 3 } },
  'choose-dark': { screen: 'choose', size, state: { accounts: 3 }, ...DARK },
  'choose-rtl': { screen: 'choose', size, state: { accounts: 5 }, wording: 'rtl' },
  'choose-long': { screen: 'choose', size, state: { accounts: 5 }, wording: 'long' },
  'choose-narrow': { screen: 'choose', size: { width: 190, height: 300 }, state: { accounts: 5 } },
  'choose-forced-colors': {
    screen: 'choose',
    size,
    state: { accounts: 3 },
    features: { 'forced-colors': 'active' },
  },
  'choose-many': {
    screen: 'choose',
    size: { width: 380, height: 520 },
    state: { accounts: 40 },
    prepare: (page) => page.keyboard.type('site-1'),
  },
  'choose-others': { screen: 'choose', size, state: { accounts: 5, choices: 2 } },
  'choose-others-dark': { screen: 'choose', size, state: { accounts: 5, choices: 2 }, ...DARK },
  'choose-none-found': {
    screen: 'choose',
    size,
    state: { accounts: 40 },
    prepare: (page) => page.keyboard.type('zzz'),
  },
  'choose-refused': {
    screen: 'choose',
    size,
    state: { accounts: 3, fails: { pickAccount: 'storage-failed' } },
    prepare: async (page) => {
      await page.waitForSelector('.choice[aria-disabled=false]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.note-error');
    },
  },
};
