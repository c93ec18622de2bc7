/** A code is for the document that asked: one that came in its place, or lies in the cache, gets none. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForElement, signIn } from '../../simulator/person.ts';
import { waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { GENUINE } from '../every-prompt/decoys.ts';
import {
  waitForGenuineFill,
  openPromptFixture,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';
import { tabIdOf } from '../messages/forged.ts';
import { findStored, store } from '../driver/own-state.ts';
import { accountIds } from '../vault/own-page.ts';

const LATCH = { role: 'button', name: english('prompt_locked') };

let fixture: PromptFixture;
let options: Page;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
  options = await fixture.driven.openOwn('options.html');
});
afterAll(() => fixture.close());

/** Signed in by hand, then the vault locked: the prompt shows its latch and waits. */
async function pageThatWaits(): Promise<Page> {
  const page = await fixture.newPage();
  await page.goto(PORTAL);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await askAsOwnPage(options, 'lock', {});
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, GENUINE);
  await waitForControl(page, LATCH);
  return page;
}

/** As the window for keys does it: what waited goes on by itself. */
async function unlock(): Promise<void> {
  await askAsOwnPage(options, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
}

/** Written down by our own script's world: all that the background tells this document. */
async function listen(page: Page): Promise<() => Promise<readonly unknown[]>> {
  const realm = await until('a script of ours', () => page.mainFrame().extensionRealms()[0]);
  await realm.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    chrome.runtime.onMessage.addListener((message: unknown) => void told.push(message));
  });
  return () => realm.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);
}

function digitsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input')].map(({ value }) => value).filter(Boolean),
  );
}

test('the page that asked and is still there is filled: so the others could be', async () => {
  const page = await pageThatWaits();
  await unlock();
  await until('the code', async () => (await digitsOn(page))[0]);
  await page.close();
});

test('another document of the same site in its place is told nothing', async () => {
  const page = await pageThatWaits();
  const prompts = await findStored(options, 'session', 'prompts');
  // The portal itself asks for no code: it has no prompt of its own.
  await page.goto(PORTAL);
  await waitForElement(page, '#sign-out');
  // As if the page had been left without a word.
  await store(options, 'session', { prompts });
  // What stands there is no prompt: it must not ask for a code of its own.
  await page.evaluate(() => {
    document.body.innerHTML = '<p>Devices</p><input name="note">';
  });
  const told = await listen(page);
  await unlock();
  await waitForGenuineFill(fixture);
  expect(await told()).toEqual([]);
  expect(await digitsOn(page)).toEqual([]);
  await page.close();
});

test('a page of another site in its place gets nothing', async () => {
  const page = await pageThatWaits();
  await page.goto('https://evil.test/bare.html');
  await unlock();
  await waitForGenuineFill(fixture);
  expect(await digitsOn(page)).toEqual([]);
  await page.close();
});

test('an account chosen in the popup reaches no document that came later', async () => {
  const page = await pageThatWaits();
  await unlock();
  await until('the code', async () => (await digitsOn(page))[0]);
  const tabId = await tabIdOf(options, page);
  await page.goto('https://evil.test/bare.html');
  const [id] = await accountIds(options);
  expect(await askAsOwnPage(options, 'fillTab', { tabId, id })).toEqual({ outcome: 'no-prompt' });
  expect(await digitsOn(page)).toEqual([]);
  await page.close();
});

test('an account chosen for a document that left without a word uses no code up', async () => {
  const page = await pageThatWaits();
  const prompts = await findStored(options, 'session', 'prompts');
  const tabId = await tabIdOf(options, page);
  await unlock();
  await until('the code', async () => (await digitsOn(page))[0]);
  await page.goto('https://evil.test/bare.html');
  await store(options, 'session', { prompts });
  // Somebody whose code of this step nobody was given.
  const known = await accountIds(options);
  await fixture.newUser();
  const id = (await accountIds(options)).find((one) => !known.includes(one)) ?? '';
  const released = async (): Promise<readonly string[]> =>
    Object.keys((await findStored(options, 'session', 'released')) as object);
  expect(await askAsOwnPage(options, 'fillTab', { tabId, id })).toEqual({ outcome: 'no-prompt' });
  expect(await released()).not.toContain(id);
  await page.close();
});

test('a page in the back/forward cache gets nothing there, and one code once it is back', async () => {
  const page = await pageThatWaits();
  await page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => {
      const held = document.querySelector('input')?.value ?? 'no field';
      if (persisted) document.documentElement.dataset['heldAtReturn'] = held;
    });
  });
  await page.goto('https://elsewhere.test/bare.html');
  await unlock();
  await waitForGenuineFill(fixture);
  await page.bringToFront();
  await page.goBack();
  const held = await until('the page from the cache', () =>
    page.evaluate(() => document.documentElement.dataset['heldAtReturn']),
  );
  expect(held).toBe('');
  await until('the code', async () => (await digitsOn(page))[0]);
  await page.close();
});
