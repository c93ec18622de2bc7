import {
  byName,
  chooseBackup,
  DARK,
  dragOver,
  pasteText,
  previewBackup,
  why,
  type Scenery,
} from './scenery.ts';

/** Our pages in tabs, in every state worth looking at. */
export const pageSceneries: Readonly<Record<string, Scenery>> = {
  'options-archive': {
    screen: 'options',
    size: { width: 600, height: 900 },
    scene: { archive: 'kept' },
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
    scene: { fails: { readText: 'uri-malformed' } },
    act: pasteText,
  },
  'picture-camera-refused': {
    screen: 'picture',
    act: async (page) => {
      await page.click('.drop button');
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
