/**
 * `node tests/components/pictures.ts FOLDER [NAME…]`: a picture of every screen
 * in every state worth looking at, drawn by a real Chromium.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { Theatre, type Play } from './stage/theatre.ts';

interface Picture extends Play {
  readonly act?: (page: Page) => Promise<unknown>;
}

const DARK = { features: { 'prefers-color-scheme': 'dark' } };
const type = (selector: string, text: string) => async (page: Page) => page.type(selector, text);
const press = (selector: string) => async (page: Page) => page.click(selector);
const byText = (words: string) => `::-p-text(${words})`;

const pictures: Readonly<Record<string, Picture>> = {
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
  'popup-bin': { screen: 'popup', scene: { binned: 4 }, act: press(byText('Bin')) },
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
  'unlock-then-save': { screen: 'unlock', scene: { vault: 'open', review: 'waiting' } },
  options: { screen: 'options' },
  welcome: { screen: 'welcome', size: { width: 900, height: 900 } },
  'welcome-dark': { screen: 'welcome', size: { width: 900, height: 900 }, ...DARK },
  'welcome-narrow-rtl': { screen: 'welcome', size: { width: 320, height: 900 }, tongue: 'rtl' },
};

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Usage: node tests/components/pictures.ts FOLDER [NAME…]');
await mkdir(folder, { recursive: true });
const theatre = await Theatre.open();
try {
  for (const [name, { act, ...play }] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.some((one) => name.includes(one))) continue;
    const page = await theatre.play(play);
    page.on('console', (message) => console.log(name, message.text()));
    await act?.(page);
    // The buttons are armed and the view has settled: a picture, not an assertion.
    await new Promise((resolve) => setTimeout(resolve, 900));
    const file: `${string}.png` = `${path.join(folder, name)}.png`;
    await page.screenshot({ path: file });
    await page.close();
  }
} finally {
  await theatre.close();
}
