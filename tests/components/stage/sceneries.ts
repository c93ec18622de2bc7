import type { ElementHandle, Page } from 'puppeteer-core';
import type { Play } from './theatre.ts';

/** One screen in one state; `act` brings it there. */
export interface Scenery extends Play {
  readonly act?: (page: Page) => Promise<unknown>;
}

const DARK = { features: { 'prefers-color-scheme': 'dark' } };
const type = (selector: string, text: string) => async (page: Page) => page.type(selector, text);
const press = (selector: string) => async (page: Page) => page.click(selector);
const byName = (words: string) => `::-p-aria([name="${words}"][role="button"])`;
/** Presses by the place of the buttons: a right-to-left tongue writes other words on them. */
const why = async (page: Page) => {
  await page.click('[aria-labelledby=why] .actions .button');
  await page.waitForSelector('[aria-labelledby=why] li .button');
  await page.click('[aria-labelledby=why] li .button');
  const answer = await page.waitForSelector('[aria-labelledby=why] [role=region]');
  await answer?.evaluate((region) => region.scrollIntoView());
};

const BACKUP_FILE = new URL('../../lib/vault/fixtures/backup-1.json', import.meta.url).pathname;

async function uploadBackup(page: Page): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  // The selector names an input: nothing else comes back.
  await (input as ElementHandle<HTMLInputElement>).uploadFile(BACKUP_FILE);
}

async function chooseBackup(page: Page): Promise<void> {
  await uploadBackup(page);
  await page.waitForSelector('dialog input[type=password]');
}

async function chooseRestore(page: Page): Promise<void> {
  await uploadBackup(page);
  await page.waitForSelector('::-p-text(Open the backup)');
}

async function openBackup(page: Page): Promise<void> {
  await page.type('input[type=password]', 'velvet anchor kiosk');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.restore-lines li');
}

async function previewBackup(page: Page): Promise<void> {
  await chooseBackup(page);
  await openBackup(page);
}

async function previewRestore(page: Page): Promise<void> {
  await chooseRestore(page);
  await openBackup(page);
}

/** What the fake background finds does not depend on the text. */
async function pasteText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'otpauth://totp/a');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector('.view-head, .note-error'), {
    polling: 50,
  });
}

async function dragOver(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.body.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true })),
  );
  await page.waitForSelector('.drop-over');
}

/** Every screen in every state worth looking at. */
export const sceneries: Readonly<Record<string, Scenery>> = {
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
    scene: { fails: { scanTab: 'tab-unreadable' } },
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
  'unlock-protect': { screen: 'unlock', scene: { vault: 'absent' } },
  'unlock-protect-dark': { screen: 'unlock', scene: { vault: 'absent' }, ...DARK },
  'unlock-protect-rtl': { screen: 'unlock', scene: { vault: 'absent' }, tongue: 'rtl' },
  'unlock-protect-differ': {
    screen: 'unlock',
    scene: { vault: 'absent' },
    act: async (page) => {
      const [first, second] = await page.$$('input[type=password]');
      await first?.type('correct horse battery staple');
      await second?.type('correct horse battery stable');
    },
  },
  'unlock-recovery': {
    screen: 'unlock',
    scene: { vault: 'absent' },
    act: async (page) => {
      const [first, second] = await page.$$('input[type=password]');
      await first?.type('correct horse battery staple');
      await second?.type('correct horse battery staple');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.recovery-code');
    },
  },
  'unlock-open': { screen: 'unlock', scene: { vault: 'locked' } },
  'unlock-delayed': {
    screen: 'unlock',
    scene: { vault: 'locked', unlock: 'delayed' },
    act: async (page) => {
      await type('input[type=password]', 'not this one')(page);
      await page.keyboard.press('Enter');
    },
  },
  'unlock-damaged': { screen: 'unlock', scene: { vault: 'damaged' } },
  'unlock-then-save': {
    screen: 'unlock',
    scene: { vault: 'open', review: 'waiting', duplicate: 'same-name' },
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
  'unlock-older': { screen: 'unlock', scene: { vault: 'older' } },
  'unlock-older-open': { screen: 'unlock', scene: { vault: 'older', access: 'read-only' } },
  'unlock-damaged-open': { screen: 'unlock', scene: { vault: 'damaged', access: 'read-only' } },
  'unlock-missing': { screen: 'unlock', scene: { vault: 'missing' } },
  'unlock-restore': { screen: 'unlock', scene: { vault: 'missing' }, act: chooseRestore },
  'unlock-restore-preview': {
    screen: 'unlock',
    scene: { vault: 'damaged', access: 'read-only' },
    act: previewRestore,
  },
  'unlock-restore-preview-dark': {
    screen: 'unlock',
    scene: { vault: 'missing' },
    act: previewRestore,
    ...DARK,
  },
  'unlock-restore-protect': {
    screen: 'unlock',
    scene: { vault: 'missing' },
    act: async (page) => {
      await previewRestore(page);
      await page.click(byName('Go on with these accounts'));
      await page.waitForSelector('.strength');
    },
  },
  'unlock-restore-none': {
    screen: 'unlock',
    scene: { vault: 'missing', fails: { backupLook: 'backup-unknown' } },
    act: async (page) => {
      await uploadBackup(page);
      await page.waitForSelector('.note-error');
    },
  },
  'unlock-missing-rtl': { screen: 'unlock', scene: { vault: 'missing' }, tongue: 'rtl' },
  'options-aside': {
    screen: 'options',
    size: { width: 600, height: 900 },
    scene: { aside: 'kept' },
  },
  'unlock-suggested': {
    screen: 'unlock',
    scene: { vault: 'absent' },
    act: async (page) => {
      await page.click(byName('Suggest words'));
      await page.waitForSelector('.strength-4');
    },
  },
  options: { screen: 'options', size: { width: 900, height: 1500 }, scene: { passkeys: 'some' } },
  'options-dark': {
    screen: 'options',
    size: { width: 900, height: 1500 },
    scene: { passkeys: 'some' },
    ...DARK,
  },
  'options-rtl': { screen: 'options', size: { width: 600, height: 1500 }, tongue: 'rtl' },
  'options-not-backed-up': {
    screen: 'options',
    size: { width: 900, height: 1500 },
    scene: { backup: 'some' },
  },
  'options-backed-up': {
    screen: 'options',
    scene: { backup: 'none' },
    act: async (page) => {
      await page.click(byName('Back up now'));
      await page.waitForSelector('::-p-text(Saved as)');
    },
  },
  'options-restore': { screen: 'options', size: { width: 900, height: 900 }, act: chooseBackup },
  'options-restore-wrong': {
    screen: 'options',
    size: { width: 900, height: 900 },
    scene: { unlock: 'wrong' },
    act: async (page) => {
      await chooseBackup(page);
      await page.type('dialog input[type=password]', 'not this one');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog [aria-invalid=true]');
    },
  },
  'options-restore-preview': {
    screen: 'options',
    size: { width: 900, height: 900 },
    act: previewBackup,
  },
  'options-restore-preview-dark': {
    screen: 'options',
    size: { width: 900, height: 900 },
    act: previewBackup,
    ...DARK,
  },
  'options-restore-preview-rtl': {
    screen: 'options',
    size: { width: 320, height: 900 },
    act: previewBackup,
    tongue: 'rtl',
  },
  'options-locked': { screen: 'options', scene: { vault: 'locked' } },
  'options-passphrase': {
    screen: 'options',
    size: { width: 900, height: 900 },
    act: async (page) => {
      await page.click(byName('Change the passphrase'));
      await page.type('dialog input[type=password]', 'tplink2024');
      await page.waitForSelector('.strength-0, .strength-1');
    },
  },
  'options-keep-unlocked': {
    screen: 'options',
    size: { width: 900, height: 900 },
    act: async (page) => {
      await page.click(byName('Keep unlocked on this computer'));
      await page.waitForSelector('dialog[open]');
    },
  },
  'options-why': { screen: 'options', size: { width: 900, height: 900 }, act: why },
  'options-why-dark': { screen: 'options', size: { width: 900, height: 900 }, act: why, ...DARK },
  'options-why-not-rtl': {
    screen: 'options',
    size: { width: 600, height: 900 },
    scene: { why: 'not-filled' },
    tongue: 'rtl',
    act: why,
  },
  'options-why-not-narrow': {
    screen: 'options',
    size: { width: 320, height: 900 },
    scene: { why: 'not-filled' },
    act: why,
  },
  'options-why-no-tabs': {
    screen: 'options',
    scene: { why: 'no-tabs' },
    act: async (page) => {
      await page.click(byName('Show open pages'));
      await page.waitForSelector('[aria-labelledby=why] [role=status]');
    },
  },
  welcome: { screen: 'welcome', size: { width: 900, height: 900 } },
  'welcome-dark': { screen: 'welcome', size: { width: 900, height: 900 }, ...DARK },
  'welcome-narrow-rtl': { screen: 'welcome', size: { width: 320, height: 900 }, tongue: 'rtl' },
  picture: { screen: 'picture' },
  'picture-dark': { screen: 'picture', ...DARK },
  'picture-rtl': { screen: 'picture', tongue: 'rtl' },
  'picture-long': { screen: 'picture', tongue: 'long' },
  'picture-narrow': { screen: 'picture', size: { width: 320, height: 480 } },
  'picture-wide': { screen: 'picture', size: { width: 1280, height: 860 } },
  'picture-over': { screen: 'picture', act: dragOver },
  'picture-error': {
    screen: 'picture',
    scene: { fails: { scanText: 'uri-malformed' } },
    act: pasteText,
  },
  'picture-camera-refused': {
    screen: 'picture',
    act: async (page) => {
      await page.click('button[aria-pressed]');
      await page.waitForSelector('.note-warning');
    },
  },
  'picture-findings': { screen: 'picture', scene: { findings: 'many' }, act: pasteText },
  'picture-findings-dark': {
    screen: 'picture',
    scene: { findings: 'many' },
    act: pasteText,
    ...DARK,
  },
  'picture-export': { screen: 'picture', scene: { findings: 'export' }, act: pasteText },
  'picture-export-rtl': {
    screen: 'picture',
    scene: { findings: 'export' },
    act: pasteText,
    tongue: 'rtl',
  },
  'picture-review': { screen: 'picture', act: pasteText },
  'picture-review-duplicate': {
    screen: 'picture',
    scene: { duplicate: 'same-name' },
    act: pasteText,
  },
};
