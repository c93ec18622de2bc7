import { buttonNamed, DARK, type ScreenCase } from './screen-case.ts';

const SIZE = { width: 1000, height: 900 };

/** The sections of the settings in every state worth looking at; the backup's are in page-cases.ts. */
export const settingsCases: Readonly<Record<string, ScreenCase>> = {
  'options-security': {
    screen: 'options',
    hash: 'security',
    size: SIZE,
    state: { passkeys: 'some' },
  },
  'options-security-rtl-narrow': {
    screen: 'options',
    hash: 'security',
    size: { width: 320, height: 900 },
    wording: 'rtl',
    state: { passkeys: 'some' },
  },
  'options-security-long': { screen: 'options', hash: 'security', size: SIZE, wording: 'long' },
  'options-security-locked': {
    screen: 'options',
    hash: 'security',
    size: SIZE,
    state: { vault: 'locked' },
  },
  'options-administrator-security': {
    screen: 'options',
    hash: 'security',
    size: SIZE,
    state: { administrator: 'set' },
  },
  'options-administrator-transfer-rtl': {
    screen: 'options',
    hash: 'transfer',
    size: { width: 320, height: 900 },
    wording: 'rtl',
    state: { administrator: 'set' },
  },
  'options-administrator-help-dark': {
    screen: 'options',
    hash: 'help',
    size: SIZE,
    state: { administrator: 'set' },
    ...DARK,
  },
  'options-sites': { screen: 'options', hash: 'sites', size: SIZE },
  'options-appearance': { screen: 'options', hash: 'appearance', size: SIZE },
  'options-appearance-narrow': {
    screen: 'options',
    hash: 'appearance',
    size: { width: 320, height: 700 },
  },
  'options-appearance-chosen': {
    screen: 'options',
    hash: 'appearance',
    size: SIZE,
    prepare: async (page) => {
      await page.waitForSelector('select');
      const [theme, text, density] = await page.$$('select');
      await theme?.select('dark');
      await text?.select('larger');
      await density?.select('compact');
      // The cases share one browser, and the choice is kept.
      await page.evaluate(() => localStorage.clear());
    },
  },
  'options-transfer': { screen: 'options', hash: 'transfer', size: SIZE },
  'options-trash': { screen: 'options', hash: 'trash', size: SIZE, state: { binned: 2 } },
  'options-trash-empty': { screen: 'options', hash: 'trash', size: SIZE },
  'options-health': { screen: 'options', hash: 'health', size: SIZE },
  'options-health-bad': {
    screen: 'options',
    hash: 'health',
    size: SIZE,
    state: { health: 'bad', backup: 'none' },
  },
  'options-health-bad-dark': {
    screen: 'options',
    hash: 'health',
    size: SIZE,
    state: { health: 'bad', backup: 'some' },
    ...DARK,
  },
  'options-health-bad-rtl-narrow': {
    screen: 'options',
    hash: 'health',
    size: { width: 320, height: 900 },
    state: { health: 'bad' },
    wording: 'rtl',
  },
  'options-health-bad-long': {
    screen: 'options',
    hash: 'health',
    size: SIZE,
    state: { health: 'bad' },
    wording: 'long',
  },
  'options-help': { screen: 'options', hash: 'help', size: SIZE },
  'options-help-dark': { screen: 'options', hash: 'help', size: SIZE, ...DARK },
  'options-report': {
    screen: 'options',
    hash: 'help',
    size: SIZE,
    prepare: async (page) => {
      await page.click(buttonNamed('Show report'));
      const report = await page.waitForSelector('.report');
      await report?.evaluate((shown) => shown.scrollIntoView({ block: 'center' }));
    },
  },
};
