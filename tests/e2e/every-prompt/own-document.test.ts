/** A log-in whose every step is a document of its own, as servers that draw their pages do it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD } from '../../simulator/accounts.ts';
import { waitForElement } from '../../simulator/person.ts';
import { readPageText, waitForControl, waitForText } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  waitForGenuineFill,
  openPromptFixture,
  expectOneSubmit,
  type PromptFixture,
} from './prompt-fixture.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

/** Each waits in a window of its own for the next step. */
const refused: Page[] = [];

const SENDINGS = ['button', 'script', 'fetch'] as const;
/** Those that show an error with the new prompt; the other one only loads it again. */
const COMPLAINING = ['button', 'script'] as const;

async function signInAt(page: Page, email: string, query: string): Promise<void> {
  await page.goto(`${PORTAL}classic?${query}`);
  await page.type('[name=email]', email);
  await page.type('[name=password]', PASSWORD);
  await page.click('button');
}

function valueOf(page: Page): Promise<string | undefined> {
  // Between two documents there is none to ask.
  return page
    .evaluate(() => document.querySelector<HTMLInputElement>('#code')?.value)
    .catch(() => undefined);
}

function waitForFilled(page: Page): Promise<string> {
  return until(
    'six digits in the field',
    async () => {
      const value = await valueOf(page);
      return value !== undefined && /^\d{6}$/.test(value) ? value : undefined;
    },
    90_000,
  );
}

describe.each(SENDINGS)('a prompt sent by %s', (sending) => {
  test('is filled though the log-in was typed in another document', async () => {
    const email = await fixture.newUser();
    const page = await fixture.newPage();
    await signInAt(page, email, `send=${sending}`);
    await waitForFilled(page);
    await page.click('#send');
    await waitForElement(page, '#sign-out');
    expectOneSubmit(fixture, email, 'accepted');
    await page.close();
  });
});

test.each(COMPLAINING)(
  'a prompt sent by %s that comes again with an error was refused',
  async (sending) => {
    const email = await fixture.newUser();
    const page = await fixture.newPage('window');
    // The server's clock is five minutes ahead: every code is wrong.
    await signInAt(page, email, `send=${sending}&skewSeconds=300`);
    await waitForFilled(page);
    await page.click('#send');
    await waitForText(page, new RegExp(english('prompt_refused')));
    expectOneSubmit(fixture, email, 'wrong');
    refused.push(page);
  },
);

test('a prompt that only loads again, without a word, is offered the next code', async () => {
  const email = await fixture.newUser();
  const page = await fixture.newPage('window');
  await signInAt(page, email, 'send=fetch&skewSeconds=300');
  await waitForFilled(page);
  await page.click('#send');
  await waitForControl(page, { role: 'button', name: english('prompt_offer') });
  expect(await valueOf(page)).toBe('');
  expectOneSubmit(fixture, email, 'wrong');
  await page.close();
});

test('a refused prompt gets no second code by itself in the next step', async () => {
  const stepOf = (): number => Math.floor(fixture.simulator.clock.nowMs() / 30_000);
  const refusedIn = stepOf();
  await until('the next step', () => (stepOf() > refusedIn ? true : undefined), 60_000);
  await waitForGenuineFill(fixture);
  expect(refused).toHaveLength(COMPLAINING.length);
  for (const page of refused) {
    await page.bringToFront();
    expect(await valueOf(page)).toBe('');
    expect(await readPageText(page)).toContain(english('prompt_next'));
    await page.close();
  }
});

test('reloaded by the user before anything was sent, gets the next code', async () => {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await signInAt(page, email, 'send=button');
  const code = await waitForFilled(page);
  await page.reload();
  expect(await waitForFilled(page)).not.toBe(code);
  await page.close();
});
