/** The welcome page: what it says, and offers, by what there is already. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { askBehind } from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
const FIRST = /The first time, you choose a passphrase/u;
const BEGIN = /Set passphrase now/u;

async function textOf(page: Page): Promise<string> {
  return page.$eval('main', (main) => main.textContent ?? '');
}

test('without a vault it leads to one, and says nothing of accounts', async () => {
  const text = await textOf(await show({ screen: 'welcome', state: { vault: 'absent' } }));
  expect(text).toMatch(BEGIN);
  expect(text).toMatch(FIRST);
  expect(text).not.toMatch(/set up\.|You have/u);
});

test.each<[string, Partial<ScreenState>, string]>([
  ['accounts', { accounts: 6 }, 'You have 6 accounts here. Click the Nightlatch button'],
  ['one account', { accounts: 1 }, 'You have 1 account here. Click the Nightlatch button'],
  ['no account', { accounts: 0 }, 'Nightlatch is set up. Next, open VMS Cloud'],
  ['a locked vault', { vault: 'locked' }, 'Nightlatch is set up. Click the Nightlatch button'],
])('with %s it says so in place of the buttons to begin', async (_name, state, said) => {
  const text = await textOf(await show({ screen: 'welcome', state }));
  expect(text).toContain(said);
  expect(text).not.toMatch(BEGIN);
  expect(text).not.toMatch(FIRST);
});

test('a damaged vault is not said to be well', async () => {
  const text = await textOf(await show({ screen: 'welcome', state: { vault: 'damaged' } }));
  expect(text).not.toMatch(/set up\.|You have/u);
});

test('a passphrase that was set meanwhile is told of at once', async () => {
  const page = await show({ screen: 'welcome', state: { vault: 'absent' } });
  const ask = { kind: 'passphrase', passphrase: '' };
  await askBehind(page, { name: 'createVault', ask, told: 'unlocked' });
  await page.waitForSelector('::-p-text(You have 5 accounts here.)');
});
