import { DARK, type ScreenCase } from './screen-case.ts';

const size = { width: 340, height: 180 };
const three = { width: 340, height: 410 };

/** The float window in every state worth looking at. */
export const floatCases: Readonly<Record<string, ScreenCase>> = {
  'float-light': { screen: 'float', size, state: { accounts: 1 } },
  'float-dark': { screen: 'float', size: three, state: { accounts: 3 }, ...DARK },
  'float-rtl': { screen: 'float', size: three, state: { accounts: 3 }, wording: 'rtl' },
  'float-forced-colors': {
    screen: 'float',
    size: three,
    state: { accounts: 3 },
    features: { 'forced-colors': 'active' },
  },
  'float-large': { screen: 'float', size: { width: 700, height: 400 }, state: { accounts: 2 } },
  'float-zoomed': { screen: 'float', size: { width: 170, height: 205 }, state: { accounts: 3 } },
  'float-copied': {
    screen: 'float',
    size,
    state: { accounts: 1 },
    prepare: async (page) => {
      await page.click('.float-main');
      await page.waitForSelector('.row-copied');
    },
  },
  'float-none': { screen: 'float', size, state: { accounts: 0 } },
};
