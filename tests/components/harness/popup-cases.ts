import type { Page } from 'puppeteer-core';
import { buttonNamed, chooseInRowMenu, DARK, openRowMenu, type ScreenCase } from './screen-case.ts';

/** The script of what is no list comes when it is first wanted. */
const waitForOther = async (page: Page) => page.waitForSelector('.view-head');

async function openAdd(page: Page): Promise<void> {
  await page.click('.icon-button-add');
  await waitForOther(page);
}

const openOther = (words: string) => async (page: Page) => {
  await chooseInRowMenu(words)(page);
  await waitForOther(page);
};

async function openBin(page: Page): Promise<void> {
  await page.click(buttonNamed('Show trash'));
  await waitForOther(page);
}

/** The popup in every state worth looking at. */
export const popupCases: Readonly<Record<string, ScreenCase>> = {
  'popup-light': { screen: 'popup', state: { page: 'vms-waiting' } },
  'popup-dark': { screen: 'popup', state: { page: 'vms-waiting' }, ...DARK },
  'popup-rtl': { screen: 'popup', state: { page: 'vms-waiting' }, wording: 'rtl' },
  'popup-long': { screen: 'popup', state: { page: 'vms-waiting' }, wording: 'long' },
  'popup-forced-colors': { screen: 'popup', features: { 'forced-colors': 'active' } },
  'popup-next-code': { screen: 'popup', state: { page: 'vms-waiting', secondOfStep: 27 } },
  'popup-next-code-dark': {
    screen: 'popup',
    state: { page: 'vms-waiting', secondOfStep: 27 },
    ...DARK,
  },
  'popup-many': { screen: 'popup', state: { accounts: 1000, page: 'other' } },
  'popup-many-end': {
    screen: 'popup',
    state: { accounts: 1000, page: 'other' },
    prepare: async (page) => {
      await page.keyboard.press('End');
      await page.waitForSelector('[data-row="999"]');
    },
  },
  'popup-narrow': { screen: 'popup', size: { width: 320, height: 480 } },
  'popup-copied': { screen: 'popup', prepare: async (page) => page.keyboard.press('Enter') },
  'popup-search': { screen: 'popup', prepare: async (page) => page.keyboard.type('harb') },
  'popup-search-none': { screen: 'popup', prepare: async (page) => page.keyboard.type('zzz') },
  'popup-not-backed-up': { screen: 'popup', state: { page: 'vms-waiting', backup: 'some' } },
  'popup-not-backed-up-dark': {
    screen: 'popup',
    state: { page: 'vms-waiting', backup: 'some' },
    ...DARK,
  },
  'popup-not-backed-up-narrow': {
    screen: 'popup',
    size: { width: 320, height: 480 },
    state: { page: 'other', backup: 'some' },
    wording: 'long',
  },
  'popup-recovery-not-kept': { screen: 'popup', state: { page: 'none', health: 'bad' } },
  'popup-recovery-not-kept-narrow': {
    screen: 'popup',
    size: { width: 320, height: 480 },
    state: { page: 'none', health: 'bad' },
    wording: 'long',
    ...DARK,
  },
  'popup-empty': { screen: 'popup', state: { vault: 'absent', accounts: 0 } },
  'popup-empty-dark': { screen: 'popup', state: { vault: 'absent', accounts: 0 }, ...DARK },
  'popup-empty-rtl': { screen: 'popup', state: { vault: 'absent', accounts: 0 }, wording: 'rtl' },
  'popup-empty-enrolling': {
    screen: 'popup',
    state: { vault: 'absent', accounts: 0, page: 'vms', enrols: 'offered' },
  },
  'popup-enrolling': { screen: 'popup', state: { page: 'vms', enrols: 'offered' } },
  'popup-enrolling-known': { screen: 'popup', state: { page: 'vms', enrols: 'known' }, ...DARK },
  'popup-locked': { screen: 'popup', state: { vault: 'locked' } },
  'popup-locked-passkey': { screen: 'popup', state: { vault: 'locked', passkeys: 'some' } },
  'popup-locked-passkey-only': {
    screen: 'popup',
    state: { vault: 'locked', passkeys: 'some', passphrase: 'none' },
    ...DARK,
  },
  'popup-locked-wrong': {
    screen: 'popup',
    state: { vault: 'locked', unlock: 'wrong' },
    prepare: async (page) => {
      await page.type('input[type=password]', 'not this one');
      await page.keyboard.press('Enter');
    },
  },
  'popup-damaged': { screen: 'popup', state: { vault: 'damaged' } },
  'popup-error': { screen: 'popup', state: { fails: { popupView: 'storage-failed' } } },
  'popup-add': { screen: 'popup', prepare: openAdd },
  'popup-add-dark': { screen: 'popup', prepare: openAdd, ...DARK },
  'popup-add-wrong': {
    screen: 'popup',
    prepare: async (page) => {
      await openAdd(page);
      await page.type('.input-code', 'JBSW Y3DP 0189');
    },
  },
  'popup-add-scan-failed': {
    screen: 'popup',
    state: { fails: { readTab: 'tab-unreadable' } },
    prepare: async (page) => {
      await openAdd(page);
      await page.click('.ways .button');
    },
  },
  'popup-scan-results': {
    screen: 'popup',
    state: { scanResults: 'many' },
    prepare: async (page) => {
      await openAdd(page);
      await page.click('.ways .button');
    },
  },
  'popup-review': { screen: 'popup', state: { review: 'waiting' } },
  'popup-review-duplicate': {
    screen: 'popup',
    state: { review: 'waiting', duplicate: 'same-name' },
  },
  'popup-edit': { screen: 'popup', prepare: openOther('Edit') },
  'popup-menu': { screen: 'popup', prepare: openRowMenu },
  'popup-menu-dark': { screen: 'popup', prepare: openRowMenu, ...DARK },
  'popup-menu-rtl': { screen: 'popup', prepare: openRowMenu, wording: 'rtl' },
  'popup-menu-one': { screen: 'popup', state: { accounts: 1 }, prepare: openRowMenu },
  'popup-keys': { screen: 'popup', prepare: async (page) => page.keyboard.type('?') },
  'popup-keys-dark': {
    screen: 'popup',
    prepare: async (page) => page.keyboard.type('?'),
    ...DARK,
  },
  'popup-one': { screen: 'popup', state: { accounts: 1, backup: 'none' } },
  'popup-hidden': {
    screen: 'popup',
    prepare: async (page) => {
      await page.evaluate(() => localStorage.setItem('popup-digits', 'on-focus'));
      await page.reload();
      await page.waitForSelector('.row');
      await page.evaluate(() => localStorage.clear());
    },
  },
  'popup-zoomed': { screen: 'popup', state: { accounts: 12 }, size: { width: 400, height: 300 } },
  'popup-edit-rtl': { screen: 'popup', prepare: openOther('Edit'), wording: 'rtl' },
  'popup-qr': {
    screen: 'popup',
    prepare: async (page) => {
      await openOther('Show QR code')(page);
    },
  },
  'popup-qr-passkey': {
    screen: 'popup',
    state: { passkeys: 'some' },
    prepare: async (page) => {
      await openOther('Show QR code')(page);
      await page.waitForSelector(buttonNamed('Use passkey'));
    },
  },
  'popup-qr-shown-dark': {
    screen: 'popup',
    prepare: async (page) => {
      await openOther('Show QR code')(page);
      await page.waitForSelector('input[type=password]');
      await page.type('input[type=password]', 'velvet anchor kiosk');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.qr');
    },
    ...DARK,
  },
  'popup-bin': { screen: 'popup', state: { accounts: 0, binned: 4 }, prepare: openBin },
  'popup-undo': {
    screen: 'popup',
    prepare: async (page) => {
      await chooseInRowMenu('Move to trash')(page);
      await page.waitForSelector('.status .button');
    },
  },
  'popup-bin-restored': {
    screen: 'popup',
    state: { accounts: 0, binned: 4 },
    prepare: async (page) => {
      await openBin(page);
      await page.click('li.card .button');
      await page.waitForSelector('.status .button');
    },
  },
  'popup-emptied': {
    screen: 'popup',
    state: { accounts: 1, page: 'other' },
    prepare: async (page) => {
      await chooseInRowMenu('Move to trash')(page);
      await page.waitForSelector('.no-accounts .status .button');
    },
  },
  'popup-low-rows': {
    screen: 'popup',
    state: {
      accounts: 6,
      labels: Array.from({ length: 6 }, () => 'maria.lopez@mycctv.co.es'),
      page: 'vms-waiting',
    },
    size: { width: 400, height: 300 },
  },
  'popup-elsewhere': { screen: 'popup', state: { page: 'other' } },
  'popup-hero-one': { screen: 'popup', state: { page: 'vms-waiting', accounts: 1 } },
  'popup-tag': {
    screen: 'popup',
    state: { accounts: 60, page: 'other' },
    prepare: async (page) => {
      await page.click('.chip:nth-child(3)');
      await page.waitForSelector('.chip:nth-child(3)[aria-pressed=true]');
    },
  },
  'popup-sent': { screen: 'popup', state: { page: 'vms-sent', backup: 'some' } },
  'popup-sent-dark': { screen: 'popup', state: { page: 'vms-sent' }, ...DARK },
  'popup-tp-link': { screen: 'popup', state: { page: 'tp-link' } },
  'popup-grant': { screen: 'popup', state: { page: 'local' } },
  'popup-grant-plain': {
    screen: 'popup',
    state: { page: 'local' },
    prepare: async (page) => {
      await page.click('.here .button');
      await page.waitForSelector('.here .button-primary');
    },
  },
  'popup-clock': { screen: 'popup', state: { skewMs: 41_000 } },
  'popup-read-only': { screen: 'popup', state: { vault: 'older', access: 'read-only' } },
};
