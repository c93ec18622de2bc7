import type { Page } from 'puppeteer-core';
import {
  byName,
  chooseRestore,
  DARK,
  previewRestore,
  type,
  uploadBackup,
  type Scenery,
} from './scenery.ts';

/** By the place of the button: a right-to-left tongue writes other words on it. */
async function lost(page: Page): Promise<void> {
  await page.click('main > .button-quiet');
  await page.waitForSelector('.button-danger');
}

/** The window for keys in every state worth looking at. */
export const unlockSceneries: Readonly<Record<string, Scenery>> = {
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
  'unlock-protect-weak': {
    screen: 'unlock',
    scene: { vault: 'absent' },
    act: async (page) => {
      const [first, second] = await page.$$('input[type=password]');
      await first?.type('Passw0rd!');
      await second?.type('Passw0rd!');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.note-error');
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
  'unlock-lost': { screen: 'unlock', scene: { vault: 'locked', passkeys: 'some' }, act: lost },
  'unlock-lost-dark': { screen: 'unlock', scene: { vault: 'locked' }, act: lost, ...DARK },
  'unlock-lost-rtl': { screen: 'unlock', scene: { vault: 'locked' }, tongue: 'rtl', act: lost },
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
  'unlock-suggested': {
    screen: 'unlock',
    scene: { vault: 'absent' },
    act: async (page) => {
      await page.click(byName('Suggest words'));
      await page.waitForSelector('.strength-4');
    },
  },
};
