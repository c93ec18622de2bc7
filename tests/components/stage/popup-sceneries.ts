import { byName, DARK, press, type Scenery } from './scenery.ts';

/** The popup in every state worth looking at. */
export const popupSceneries: Readonly<Record<string, Scenery>> = {
  'popup-light': { screen: 'popup', scene: { page: 'vms-waiting' } },
  'popup-dark': { screen: 'popup', scene: { page: 'vms-waiting' }, ...DARK },
  'popup-rtl': { screen: 'popup', scene: { page: 'vms-waiting' }, tongue: 'rtl' },
  'popup-long': { screen: 'popup', scene: { page: 'vms-waiting' }, tongue: 'long' },
  'popup-forced-colors': { screen: 'popup', features: { 'forced-colors': 'active' } },
  'popup-many': { screen: 'popup', scene: { accounts: 1000, page: 'other' } },
  'popup-many-end': {
    screen: 'popup',
    scene: { accounts: 1000, page: 'other' },
    act: async (page) => {
      await page.keyboard.press('End');
      await page.waitForSelector('[data-row="999"]');
    },
  },
  'popup-narrow': { screen: 'popup', size: { width: 320, height: 480 } },
  'popup-copied': { screen: 'popup', act: async (page) => page.keyboard.press('Enter') },
  'popup-search': { screen: 'popup', act: async (page) => page.keyboard.type('harb') },
  'popup-search-none': { screen: 'popup', act: async (page) => page.keyboard.type('zzz') },
  'popup-not-backed-up': { screen: 'popup', scene: { page: 'vms-waiting', backup: 'some' } },
  'popup-not-backed-up-dark': {
    screen: 'popup',
    scene: { page: 'vms-waiting', backup: 'some' },
    ...DARK,
  },
  'popup-not-backed-up-narrow': {
    screen: 'popup',
    size: { width: 320, height: 480 },
    scene: { page: 'other', backup: 'some' },
    tongue: 'long',
  },
  'popup-empty': { screen: 'popup', scene: { vault: 'absent', accounts: 0 } },
  'popup-empty-dark': { screen: 'popup', scene: { vault: 'absent', accounts: 0 }, ...DARK },
  'popup-empty-rtl': { screen: 'popup', scene: { vault: 'absent', accounts: 0 }, tongue: 'rtl' },
  'popup-locked': { screen: 'popup', scene: { vault: 'locked' } },
  'popup-locked-wrong': {
    screen: 'popup',
    scene: { vault: 'locked', unlock: 'wrong' },
    act: async (page) => {
      await page.type('input[type=password]', 'not this one');
      await page.keyboard.press('Enter');
    },
  },
  'popup-damaged': { screen: 'popup', scene: { vault: 'damaged' } },
  'popup-error': { screen: 'popup', scene: { fails: { popupView: 'storage-failed' } } },
  'popup-add': { screen: 'popup', act: press('header .icon-button') },
  'popup-add-dark': { screen: 'popup', act: press('header .icon-button'), ...DARK },
  'popup-add-wrong': {
    screen: 'popup',
    act: async (page) => {
      await page.click('header .icon-button');
      await page.type('.input-code', 'JBSW Y3DP 0189');
    },
  },
  'popup-add-scan-failed': {
    screen: 'popup',
    scene: { fails: { readTab: 'tab-unreadable' } },
    act: async (page) => {
      await page.click('header .icon-button');
      await page.click('.button-big');
    },
  },
  'popup-findings': {
    screen: 'popup',
    scene: { findings: 'many' },
    act: async (page) => {
      await page.click('header .icon-button');
      await page.click('.button-big');
    },
  },
  'popup-review': { screen: 'popup', scene: { review: 'waiting' } },
  'popup-review-duplicate': {
    screen: 'popup',
    scene: { review: 'waiting', duplicate: 'same-name' },
  },
  'popup-edit': { screen: 'popup', act: press('.row-edit') },
  'popup-edit-rtl': { screen: 'popup', act: press('.row-edit'), tongue: 'rtl' },
  'popup-qr': {
    screen: 'popup',
    act: async (page) => {
      await page.click('.row-edit');
      await page.click(byName('Show QR code'));
    },
  },
  'popup-qr-passkey': {
    screen: 'popup',
    scene: { passkeys: 'some' },
    act: async (page) => {
      await page.click('.row-edit');
      await page.click(byName('Show QR code'));
      await page.waitForSelector(byName('Use a passkey (opens a window)'));
    },
  },
  'popup-qr-shown-dark': {
    screen: 'popup',
    act: async (page) => {
      await page.click('.row-edit');
      await page.click(byName('Show QR code'));
      await page.waitForSelector('input[type=password]');
      await page.type('input[type=password]', 'velvet anchor kiosk');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.qr');
    },
    ...DARK,
  },
  'popup-bin': { screen: 'popup', scene: { binned: 4 }, act: press(byName('Bin')) },
  'popup-undo': {
    screen: 'popup',
    act: async (page) => {
      await page.click('.row-edit');
      await page.click('.actions-end');
      await page.waitForSelector('.status .button');
    },
  },
  'popup-grant': { screen: 'popup', scene: { page: 'other' } },
  'popup-grant-plain': {
    screen: 'popup',
    scene: { page: 'other' },
    act: async (page) => {
      await page.click('.here .button');
      await page.waitForSelector('.here .button-primary');
    },
  },
  'popup-clock': { screen: 'popup', scene: { skewMs: 41_000 } },
  'popup-read-only': { screen: 'popup', scene: { vault: 'older', access: 'read-only' } },
};
