/** When the vault locks in Firefox, and when a copied code leaves the clipboard, with a background that has ended. */
import { beforeEach, expect, test } from 'vitest';
import { AWAY_MINUTES } from '../../lib/limits.ts';
import type { SessionFacts } from '../../lib/vault/store/session.ts';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../e2e/driver/nightlatch.ts';
import { until } from '../e2e/driver/until.ts';
import { findStored, stateOf, store, waitForKeyGone } from '../e2e/vault/own-page.ts';
import { firefoxFixture } from './fixture.ts';

const FACTS = 'vault/facts';
const fixture = firefoxFixture('open');

beforeEach(() =>
  askAsOwnPage(fixture.own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE }),
);

test("the popup's button locks, and another page of ours that is open follows", async () => {
  const { driven, own } = fixture;
  await fixture.newUser();
  const list = await driven.openOwn('popup.html');
  const page = await driven.newPage('about:blank');
  const popup = await driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_lock') });
  await waitForKeyGone(own);
  await waitForControl(list, { role: 'textbox', name: english('unlock_passphrase') });
  await page.close();
  await list.close();
});

test('a deadline that passed while the background was dead: the first use finds it locked', async () => {
  const { driven, own } = fixture;
  const facts = (await findStored(own, 'session', FACTS)) as SessionFacts;
  await driven.killWorker();
  await store(own, 'session', { [FACTS]: { ...facts, deadlineMs: Date.now() - 1 } });
  expect(await stateOf(own)).toBe('locked');
});

test('a deadline that passes while nobody asks: the alarm wakes the background and locks', async () => {
  const { driven, own } = fixture;
  const facts = (await findStored(own, 'session', FACTS)) as SessionFacts;
  await driven.killWorker();
  await store(own, 'session', { [FACTS]: { ...facts, deadlineMs: Date.now() - 1 } });
  await own.evaluate(() => chrome.alarms.create('lock', { when: Date.now() }));
  await waitForKeyGone(own);
});

test('the computer left alone for as long as a screen takes to lock: the vault locks, from a dead background, too', async () => {
  const { driven, own } = fixture;
  await driven.killWorker();
  expect(await driven.scope.leaveComputer()).toBe(AWAY_MINUTES * 60);
  await waitForKeyGone(own);
});

test('a copied code is cleared 30 s later, with the popup closed and the background dead', async () => {
  const { driven, own } = fixture;
  await fixture.newUser();
  const page = await driven.newPage('about:blank');
  const popup = await driven.openPopup(page);
  await popup.waitForSelector('.row-main[data-row="0"]');
  const alarm = () =>
    own.evaluate(async () => (await chrome.alarms.get('clipboard'))?.scheduledTime);
  const beforeMs = Date.now();
  await popup.click('.row-main[data-row="0"]');
  const whenMs = await until('the alarm', alarm);
  expect(whenMs).toBeGreaterThanOrEqual(beforeMs + 30_000);
  expect(await driven.scope.readClipboard()).toMatch(/^\d{6}$/);
  await page.close();
  await driven.killWorker();
  await own.evaluate(() => chrome.alarms.create('clipboard', { when: Date.now() }));
  await until('an empty clipboard', async () =>
    (await driven.scope.readClipboard()).trim() === '' ? true : undefined,
  );
});
