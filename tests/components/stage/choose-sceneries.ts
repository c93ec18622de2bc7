import { DARK, type Scenery } from './scenery.ts';

const size = { width: 380, height: 300 };

/** The window at the field in every state worth looking at. */
export const chooseSceneries: Readonly<Record<string, Scenery>> = {
  'choose-light': { screen: 'choose', size, scene: { accounts: 3 } },
  'choose-dark': { screen: 'choose', size, scene: { accounts: 3 }, ...DARK },
  'choose-rtl': { screen: 'choose', size, scene: { accounts: 5 }, tongue: 'rtl' },
  'choose-long': { screen: 'choose', size, scene: { accounts: 5 }, tongue: 'long' },
  'choose-narrow': { screen: 'choose', size: { width: 190, height: 300 }, scene: { accounts: 5 } },
  'choose-forced-colors': {
    screen: 'choose',
    size,
    scene: { accounts: 3 },
    features: { 'forced-colors': 'active' },
  },
  'choose-many': {
    screen: 'choose',
    size: { width: 380, height: 520 },
    scene: { accounts: 40 },
    act: (page) => page.keyboard.type('site-1'),
  },
  'choose-others': { screen: 'choose', size, scene: { accounts: 5, choices: 2 } },
  'choose-others-dark': { screen: 'choose', size, scene: { accounts: 5, choices: 2 }, ...DARK },
  'choose-none-found': {
    screen: 'choose',
    size,
    scene: { accounts: 40 },
    act: (page) => page.keyboard.type('zzz'),
  },
  'choose-refused': {
    screen: 'choose',
    size,
    scene: { accounts: 3, fails: { pickAccount: 'storage-failed' } },
    act: async (page) => {
      await page.waitForSelector('.choice[aria-disabled=false]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.note-error');
    },
  },
};
