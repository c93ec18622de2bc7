import type { Page } from 'puppeteer-core';
import {
  buttonNamed,
  chooseRestore,
  DARK,
  previewRestore,
  type,
  uploadBackup,
  type ScreenCase,
} from './screen-case.ts';

/** By the place of the button: a right-to-left wording writes other words on it. */
async function lost(page: Page): Promise<void> {
  await page.click('main > .button-quiet');
  await page.waitForSelector('.button-danger');
}

/** The window for keys in every state worth looking at. */
export const unlockCases: Readonly<Record<string, ScreenCase>> = {
  'unlock-protect': { screen: 'unlock', state: { vault: 'absent' } },
  'unlock-protect-dark': { screen: 'unlock', state: { vault: 'absent' }, ...DARK },
  'unlock-protect-rtl': { screen: 'unlock', state: { vault: 'absent' }, wording: 'rtl' },
  'unlock-protect-weak': {
    screen: 'unlock',
    state: { vault: 'absent' },
    prepare: async (page) => {
      await page.type('input[type=password]', 'Passw0rd!');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[aria-invalid=true]');
    },
  },
  'unlock-recovery': {
    screen: 'unlock',
    state: { vault: 'absent' },
    prepare: async (page) => {
      await page.type('input[type=password]', 'correct horse battery staple');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.sheet .recovery-code');
    },
  },
  'unlock-open': { screen: 'unlock', state: { vault: 'locked' } },
  'unlock-lost': { screen: 'unlock', state: { vault: 'locked', passkeys: 'some' }, prepare: lost },
  'unlock-lost-dark': { screen: 'unlock', state: { vault: 'locked' }, prepare: lost, ...DARK },
  'unlock-lost-rtl': {
    screen: 'unlock',
    state: { vault: 'locked' },
    wording: 'rtl',
    prepare: lost,
  },
  'unlock-delayed': {
    screen: 'unlock',
    state: { vault: 'locked', unlock: 'delayed' },
    prepare: async (page) => {
      await type('input[type=password]', 'not this one')(page);
      await page.keyboard.press('Enter');
    },
  },
  'unlock-damaged': { screen: 'unlock', state: { vault: 'damaged' } },
  'unlock-then-save': {
    screen: 'unlock',
    state: { vault: 'open', review: 'waiting', duplicate: 'same-name' },
  },
  'unlock-older': { screen: 'unlock', state: { vault: 'older' } },
  'unlock-older-open': { screen: 'unlock', state: { vault: 'older', access: 'read-only' } },
  'unlock-damaged-open': { screen: 'unlock', state: { vault: 'damaged', access: 'read-only' } },
  'unlock-missing': { screen: 'unlock', state: { vault: 'missing' } },
  'unlock-restore-begin': { screen: 'unlock', state: { vault: 'absent' }, hash: 'restore' },
  'unlock-restore-recovery': {
    screen: 'unlock',
    state: { vault: 'missing' },
    prepare: async (page) => {
      await previewRestore(page);
      await page.click(buttonNamed('Restore these accounts'));
      await page.waitForSelector('.sheet .recovery-code');
    },
  },
  'unlock-damaged-sure': {
    screen: 'unlock',
    state: { vault: 'damaged', access: 'read-only' },
    prepare: async (page) => {
      await page.click(buttonNamed('Delete unreadable accounts'));
      await page.waitForSelector('.button-danger');
    },
  },
  'unlock-suggested-dark-rtl': {
    screen: 'unlock',
    state: { vault: 'absent' },
    wording: 'rtl',
    prepare: async (page) => {
      await page.click('form .actions .button-small');
      await page.waitForSelector('.suggested .recovery-code');
    },
    ...DARK,
  },
  'unlock-restore': { screen: 'unlock', state: { vault: 'missing' }, prepare: chooseRestore },
  'unlock-restore-preview': {
    screen: 'unlock',
    state: { vault: 'damaged', access: 'read-only' },
    prepare: previewRestore,
  },
  'unlock-restore-preview-dark': {
    screen: 'unlock',
    state: { vault: 'missing' },
    prepare: previewRestore,
    ...DARK,
  },
  'unlock-restore-protect': {
    screen: 'unlock',
    state: { vault: 'missing' },
    prepare: async (page) => {
      await previewRestore(page);
      await page.click('input[type=checkbox]');
      await page.click(buttonNamed('Restore these accounts'));
      await page.waitForSelector('.strength');
    },
  },
  'unlock-restore-none': {
    screen: 'unlock',
    state: { vault: 'missing', fails: { backupLook: 'backup-unknown' } },
    prepare: async (page) => {
      await uploadBackup(page);
      await page.waitForSelector('.note-error');
    },
  },
  'unlock-missing-rtl': { screen: 'unlock', state: { vault: 'missing' }, wording: 'rtl' },
  'unlock-suggested': {
    screen: 'unlock',
    state: { vault: 'absent' },
    prepare: async (page) => {
      await page.click(buttonNamed('Suggest a passphrase'));
      await page.waitForSelector('.suggested .recovery-code');
      await page.waitForSelector('.strength-4');
    },
  },
};
