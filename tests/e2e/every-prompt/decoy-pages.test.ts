/**
 * Pages that ask a user who has just signed in for what no authenticator makes:
 * mailed and texted codes, PINs, backup codes, channels. All stand open in
 * windows of their own while a genuine prompt is filled, so there was time for each.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decoyNames } from '../../simulator/decoys/index.ts';
import { signIn, waitForElement } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  countOwnHosts,
  openPromptFixture,
  waitForGenuineFill,
  type PromptFixture,
} from './prompt-fixture.ts';

let fixture: PromptFixture;
const pages = new Map<string, Page>();

beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
  for (const name of decoyNames) pages.set(name, await pageAfterSignIn(`decoy/${name}`));
  await waitForGenuineFill(fixture);
});
afterAll(() => fixture.close());

/** A window whose user has just signed in by hand, was asked for no code, and went on to `path`. */
async function pageAfterSignIn(path: string): Promise<Page> {
  const page = await fixture.newPage('window');
  await page.goto(PORTAL);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await page.goto(PORTAL + path);
  return page;
}

function typedIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('input'), ({ value }) => value).join(''),
  );
}

test('a genuine prompt reached in the same way is filled: so the others could be', async () => {
  const page = await pageAfterSignIn('bare.html');
  await until('six digits', async () => (/^\d{6}$/.test(await typedIn(page)) ? true : undefined));
  await page.close();
});

test.each(decoyNames)('%s gets no code, and no offer of one', async (name) => {
  const page = pages.get(name);
  if (!page) throw new Error(`${name} was not opened`);
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  expect(await typedIn(page)).toBe('');
  expect(await countOwnHosts(page)).toBe(0);
});
