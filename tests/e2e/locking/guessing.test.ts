/** Against someone at the keyboard: after five wrong passphrases each next one has to wait, whatever is restarted. */
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, newProfileDirectory, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, PASSPHRASE } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { store } from '../driver/own-state.ts';
import { stateOf, storedJson } from '../vault/own-page.ts';

const RIGHT = { kind: 'passphrase', passphrase: PASSPHRASE };
const WRONG = { kind: 'passphrase', passphrase: 'not the passphrase' };

interface Answer {
  readonly kind: string;
  readonly untilMs?: number;
}

let profileDirectory: string;
let driven: DrivenBrowser;
let page: Page;
let recoveryCode: string;

async function start(): Promise<void> {
  driven = await launch({ profileDirectory });
  page = await driven.openOwn('options.html');
}

async function tryOut(secret: object): Promise<Answer> {
  return (await askAsOwnPage(page, 'unlock', secret)) as Answer;
}

/** Moves the last try into the past: that much time has gone by. */
async function letPass(milliseconds: number): Promise<void> {
  const tries = await storedJson(page, 'vault/tries');
  const lastMs = Number(tries['lastMs']) - milliseconds;
  await store(page, 'local', { 'vault/tries': JSON.stringify({ ...tries, lastMs }) });
}

beforeAll(async () => {
  profileDirectory = await newProfileDirectory();
  await start();
  const created = await askAsOwnPage(page, 'createVault', RIGHT);
  ({ recoveryCode } = created as { recoveryCode: string });
  await askAsOwnPage(page, 'lock', {});
});
afterAll(async () => {
  await driven.close();
  await rm(profileDirectory, { recursive: true, force: true });
});

test('of ten wrong passphrases at once only five are looked at', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => tryOut(WRONG)));
  const kinds = answers.map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual([...Array(5).fill('delayed'), ...Array(5).fill('wrong')]);
});

test('then not even the right one is', async () => {
  const { kind, untilMs = 0 } = await tryOut(RIGHT);
  expect(kind).toBe('delayed');
  expect(untilMs - Number((await storedJson(page, 'vault/tries'))['lastMs'])).toBe(30_000);
  expect(await stateOf(page)).toBe('locked');
});

test('the death of the background does not forget it', async () => {
  await driven.killWorker();
  expect(await tryOut(RIGHT)).toMatchObject({ kind: 'delayed' });
});

test('a new start of the browser does not forget it, nor does kill -9 in a try', async () => {
  await driven.close();
  await start();
  expect(await tryOut(RIGHT)).toMatchObject({ kind: 'delayed' });
  await letPass(30_000);
  void tryOut(WRONG).catch(() => undefined);
  // Counted before it is looked at: the try that is cut off counts.
  await until('the sixth try to be counted', async () =>
    (await storedJson(page, 'vault/tries'))['count'] === 6 ? true : undefined,
  );
  await driven.kill();
  await start();
  const { kind, untilMs = 0 } = await tryOut(RIGHT);
  expect(kind).toBe('delayed');
  expect(untilMs - Number((await storedJson(page, 'vault/tries'))['lastMs'])).toBe(60_000);
});

test('the recovery code, which cannot be guessed, is never made to wait', async () => {
  expect(await tryOut({ kind: 'recovery-code', recoveryCode })).toEqual({ kind: 'open' });
});

test('after a success the counting begins anew', async () => {
  await askAsOwnPage(page, 'lock', {});
  expect(await tryOut(WRONG)).toEqual({ kind: 'wrong' });
  expect(await tryOut(RIGHT)).toEqual({ kind: 'open' });
});
