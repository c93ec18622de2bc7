import { DARK, type ScreenCase } from './screen-case.ts';

const SIZE = { width: 720, height: 900 };
/** The window of 720 × 900 at 200 %. */
const ZOOMED = { width: 360, height: 450 };

/** The guide: all topics, a search, one topic. */
export const guideCases: Readonly<Record<string, ScreenCase>> = {
  guide: { screen: 'guide', size: SIZE },
  'guide-dark': { screen: 'guide', size: SIZE, ...DARK },
  'guide-rtl': { screen: 'guide', size: SIZE, wording: 'rtl' },
  'guide-zoomed': { screen: 'guide', size: ZOOMED },
  'guide-found': {
    screen: 'guide',
    size: SIZE,
    prepare: async (page) => {
      await page.type('input[type=search]', 'clock');
      await page.waitForSelector('.guide-count:not(:empty)');
    },
  },
  'guide-none': {
    screen: 'guide',
    size: SIZE,
    prepare: async (page) => {
      await page.type('input[type=search]', 'zzz');
      await page.waitForSelector('.guide-count:not(:empty)');
    },
  },
  'guide-topic': { screen: 'guide', hash: 'code-rejected', size: SIZE },
  'guide-topic-dark': { screen: 'guide', hash: 'code-rejected', size: SIZE, ...DARK },
  'guide-topic-rtl': { screen: 'guide', hash: 'lost-access', size: SIZE, wording: 'rtl' },
  'guide-topic-zoomed': { screen: 'guide', hash: 'lost-access', size: ZOOMED },
  'guide-topic-forced': {
    screen: 'guide',
    hash: 'vms-local',
    size: SIZE,
    features: { 'forced-colors': 'active' },
  },
};
