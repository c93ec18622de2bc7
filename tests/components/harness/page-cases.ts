import { settingsCases } from './settings-cases.ts';
import {
  buttonNamed,
  chooseBackup,
  DARK,
  dragOver,
  pasteText,
  previewBackup,
  replaceAccount,
  explain,
  type ScreenCase,
} from './screen-case.ts';

/** Our pages in tabs, in every state worth looking at. */
export const pageCases: Readonly<Record<string, ScreenCase>> = {
  'options-archive': {
    screen: 'options',
    size: { width: 600, height: 900 },
    state: { archive: 'kept' },
  },
  options: { screen: 'options', size: { width: 1000, height: 700 } },
  'options-dark': { screen: 'options', size: { width: 1000, height: 700 }, ...DARK },
  'options-rtl': { screen: 'options', size: { width: 1000, height: 700 }, wording: 'rtl' },
  'options-menu': {
    screen: 'options',
    size: { width: 320, height: 700 },
    prepare: async (page) => {
      await page.click('.settings-menu');
      await page.waitForSelector('.settings-links-open');
    },
  },
  ...settingsCases,
  'options-not-backed-up': {
    screen: 'options',
    size: { width: 900, height: 1500 },
    state: { backup: 'some' },
  },
  'options-unreadable': {
    screen: 'options',
    size: { width: 900, height: 900 },
    state: { unreadable: 2 },
  },
  'options-backed-up': {
    screen: 'options',
    state: { backup: 'none' },
    prepare: async (page) => {
      await page.click(buttonNamed('Back up now'));
      await page.waitForSelector('::-p-text(Your browser was asked to save)');
    },
  },
  'options-restore': {
    screen: 'options',
    size: { width: 900, height: 900 },
    prepare: chooseBackup,
  },
  'options-restore-wrong': {
    screen: 'options',
    size: { width: 900, height: 900 },
    state: { unlock: 'wrong' },
    prepare: async (page) => {
      await chooseBackup(page);
      await page.type('dialog input[type=password]', 'not this one');
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog [aria-invalid=true]');
    },
  },
  'options-restore-preview': {
    screen: 'options',
    size: { width: 900, height: 900 },
    prepare: previewBackup,
  },
  'options-restore-preview-dark': {
    screen: 'options',
    size: { width: 900, height: 900 },
    prepare: previewBackup,
    ...DARK,
  },
  'options-restore-preview-rtl': {
    screen: 'options',
    size: { width: 320, height: 900 },
    prepare: previewBackup,
    wording: 'rtl',
  },
  'options-locked': { screen: 'options', state: { vault: 'locked' } },
  'options-passphrase': {
    screen: 'options',
    hash: 'security',
    size: { width: 900, height: 900 },
    prepare: async (page) => {
      await page.click(buttonNamed('Change passphrase'));
      await page.type('dialog input[type=password]', 'tplink2024');
      await page.waitForSelector('.strength-0, .strength-1');
    },
  },
  'options-keep-unlocked': {
    screen: 'options',
    hash: 'security',
    size: { width: 900, height: 900 },
    prepare: async (page) => {
      await page.click(buttonNamed('Stay unlocked on this computer'));
      await page.waitForSelector('dialog[open]');
    },
  },
  'options-explanation': {
    screen: 'options',
    hash: 'help',
    size: { width: 900, height: 900 },
    prepare: explain,
  },
  'options-explanation-dark': {
    screen: 'options',
    hash: 'help',
    size: { width: 900, height: 900 },
    prepare: explain,
    ...DARK,
  },
  'options-explanation-not-rtl': {
    screen: 'options',
    hash: 'help',
    size: { width: 600, height: 900 },
    state: { explanation: 'not-filled' },
    wording: 'rtl',
    prepare: explain,
  },
  'options-explanation-not-narrow': {
    screen: 'options',
    hash: 'help',
    size: { width: 320, height: 900 },
    state: { explanation: 'not-filled' },
    prepare: explain,
  },
  'options-explanation-no-tabs': {
    screen: 'options',
    hash: 'help',
    state: { explanation: 'no-tabs' },
    prepare: async (page) => {
      await page.click(buttonNamed('Choose a page'));
      await page.waitForSelector('[aria-labelledby=explanation] [role=status]');
    },
  },
  welcome: { screen: 'welcome', size: { width: 900, height: 900 } },
  'welcome-new': {
    screen: 'welcome',
    size: { width: 900, height: 900 },
    state: { vault: 'absent' },
  },
  'welcome-new-long-narrow': {
    screen: 'welcome',
    size: { width: 320, height: 900 },
    state: { vault: 'absent' },
    wording: 'long',
  },
  'welcome-dark': { screen: 'welcome', size: { width: 900, height: 900 }, ...DARK },
  'welcome-narrow-rtl': { screen: 'welcome', size: { width: 320, height: 900 }, wording: 'rtl' },
  picture: { screen: 'picture' },
  'picture-dark': { screen: 'picture', ...DARK },
  'picture-rtl': { screen: 'picture', wording: 'rtl' },
  'picture-long': { screen: 'picture', wording: 'long' },
  'picture-narrow': { screen: 'picture', size: { width: 320, height: 480 } },
  'picture-wide': { screen: 'picture', size: { width: 1280, height: 860 } },
  'picture-over': { screen: 'picture', prepare: dragOver },
  'picture-error': {
    screen: 'picture',
    state: { fails: { readText: 'uri-malformed' } },
    prepare: pasteText,
  },
  'picture-camera-refused': {
    screen: 'picture',
    prepare: async (page) => {
      await page.click('.drop button');
      await page.waitForSelector('.note-warning');
    },
  },
  'picture-scan-results': { screen: 'picture', state: { scanResults: 'many' }, prepare: pasteText },
  'picture-scan-results-dark': {
    screen: 'picture',
    state: { scanResults: 'many' },
    prepare: pasteText,
    ...DARK,
  },
  'picture-export': { screen: 'picture', state: { scanResults: 'export' }, prepare: pasteText },
  'picture-export-rtl': {
    screen: 'picture',
    state: { scanResults: 'export' },
    prepare: pasteText,
    wording: 'rtl',
  },
  'picture-review': { screen: 'picture', prepare: pasteText },
  'picture-review-duplicate': {
    screen: 'picture',
    state: { duplicate: 'same-name' },
    prepare: pasteText,
  },
  'picture-replaced': {
    screen: 'picture',
    state: { duplicate: 'same-name', binned: 1 },
    prepare: replaceAccount,
  },
  'picture-replaced-dark': {
    screen: 'picture',
    state: { duplicate: 'same-name', binned: 1 },
    prepare: replaceAccount,
    ...DARK,
  },
};
