import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { askBehind, readFocusedName, readRequests } from '../harness/readings.ts';
import type { ScreenRequest } from '../harness/harness.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function open(hash: string, request: Partial<ScreenRequest> = {}): Promise<void> {
  page = await show({
    screen: 'options',
    hash,
    size: { width: 1000, height: 700 },
    ...request,
  });
}

const readHeading = (): Promise<string | null> =>
  page.$eval('main h1', (heading) => heading.textContent);

const clickLink = async (name: string): Promise<void> => {
  const link = await page.waitForSelector(`::-p-aria([name="${name}"][role="link"])`);
  await link?.click();
};

test.each([
  ['', 'Backup'],
  ['security', 'Security'],
  ['sites', 'Sites'],
  ['appearance', 'Appearance'],
  ['help', 'Help and about'],
  ['no-such-section', 'Backup'],
])('the address #%s leads to the section %s', async (hash, title) => {
  await open(hash);
  expect(await readHeading()).toBe(title);
  expect(await page.title()).toContain(title);
  const current = await page.$$eval('[aria-current=page]', (links) =>
    links.map((link) => link.textContent),
  );
  expect(current).toEqual([title]);
});

test('a link shows its section, names it to a screen reader, and back leads back', async () => {
  await open('security');
  await clickLink('Appearance');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Appearance');
  expect(await readFocusedName(page)).toBe('Appearance');
  expect(new URL(page.url()).hash).toBe('#appearance');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Security');
});

test('an address that asks for a backup has its button in focus; the navigation has not', async () => {
  await open('backup');
  expect(await readFocusedName(page)).toBe('Back up now');
  await clickLink('Security');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Security');
  await clickLink('Backup');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Backup');
  expect(await readFocusedName(page)).toBe('Backup');
});

test('an address that asks for a new recovery code begins with it, once', async () => {
  await open('recovery');
  await page.waitForSelector('dialog[open] ::-p-text(New recovery code)');
  expect(new URL(page.url()).hash).toBe('#security');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('dialog') === null);
  await clickLink('Health');
  await clickLink('Security');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Security');
  expect(await page.$('dialog')).toBeNull();
});

test('in a narrow window the sections are behind a button, which says whether they show', async () => {
  await open('security', { size: { width: 360, height: 600 } });
  const isShown = (): Promise<boolean> =>
    page.$eval('.settings-links', (links) => links.checkVisibility());
  expect(await isShown()).toBe(false);
  const menu = await page.waitForSelector('::-p-aria([name="All settings"][role="button"])');
  expect(await menu?.evaluate((button) => button.ariaExpanded)).toBe('false');
  await menu?.press('Enter');
  await page.waitForSelector('[aria-expanded=true]');
  expect(await isShown()).toBe(true);
  await clickLink('Sites');
  await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Sites');
  expect(await isShown()).toBe(false);
});

test('what was unlocked elsewhere shows by itself', async () => {
  await open('security', { state: { vault: 'locked' } });
  await page.waitForSelector('::-p-aria([name="Unlock"][role="button"])');
  const ask = { kind: 'passphrase', passphrase: 'velvet anchor kiosk' };
  await askBehind(page, { name: 'unlock', ask, told: 'unlocked' });
  await page.waitForSelector('::-p-aria([name="Lock now"][role="button"])');
});

test('theme, text size and density show at once, and on the next page', async () => {
  await open('appearance');
  await page.waitForSelector('select');
  const [theme, text, density] = await page.$$('select');
  await theme?.select('dark');
  await text?.select('larger');
  await density?.select('compact');
  const readLook = () =>
    page.evaluate(() => {
      const { colorScheme, fontSize } = getComputedStyle(document.documentElement);
      return { colorScheme, fontSize, density: document.documentElement.dataset['density'] };
    });
  const chosen = { colorScheme: 'dark', fontSize: '20.8px', density: 'compact' };
  expect(await readLook()).toEqual(chosen);
  page = await show({ screen: 'welcome' });
  expect(await readLook()).toEqual(chosen);
  await page.evaluate(() => localStorage.clear());
});

test('the report has numbers and states, and nothing of an account or a site', async () => {
  await open('help');
  await page.click('::-p-aria([name="Show report"][role="button"])');
  const report = await page.waitForSelector('.report');
  const text = (await report?.evaluate((shown) => shown.textContent)) ?? '';
  expect(text).toContain('Nightlatch: 1.2.3');
  expect(text).toContain('Accounts: 5');
  expect(text).not.toMatch(/@|TP-Link|192\.168/u);
  await page.click('::-p-aria([name="Copy report"][role="button"])');
  await page.waitForSelector('::-p-text(Report copied)');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  expect(await readRequests(page)).not.toContain('codes');
});

test('what should not wait is marked in the navigation, said in words, and mended by one press', async () => {
  await open('health', { state: { health: 'bad' } });
  await page.waitForSelector('::-p-aria([name="Health Needs attention"][role="link"])');
  await page.click('::-p-aria([name="Show accounts"][role="button"])');
  await page.waitForSelector('.health .points');
  await page.click('::-p-aria([name="I deleted them"][role="button"])');
  await page.waitForSelector('::-p-text(No import files to delete)');
  // While the page is busy with the last press, its buttons are disabled.
  await page.waitForFunction(() => document.querySelector('.health button:disabled') === null);
  await page.click('::-p-aria([name="Use the site’s time"][role="button"])');
  await page.waitForFunction(() => window.requests.includes('siteChange'));
});

test('where all is well, nothing is marked', async () => {
  await open('health');
  await page.waitForSelector('::-p-text(Everything is fine)');
  await page.waitForSelector('::-p-aria([name="Health"][role="link"])');
});
