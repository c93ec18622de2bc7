/** When the vault locks in Firefox, and when a copied code leaves the clipboard, with a background that has ended. */
import { beforeEach, describe, expect, test } from 'vitest';
import { AWAY_MINUTES } from '../../lib/limits.ts';
import type { SessionFacts } from '../../lib/vault/store/session.ts';
import { clickControl, readPageText, waitForControl, waitForText } from '../e2e/driver/controls.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../e2e/driver/nightlatch.ts';
import { until } from '../e2e/driver/until.ts';
import { stateOf, waitForKeyGone } from '../e2e/vault/own-page.ts';
import { firefoxFixture } from './fixture.ts';
import { findAlarm, findStored, soundAlarm, store } from '../e2e/driver/own-state.ts';

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

test('the settings say that a locked screen is not noticed, and when it locks instead', async () => {
  const page = await fixture.driven.openOwn('options.html#security');
  const words = english('options_lock_also_away').replace('$1', `${AWAY_MINUTES} minutes`);
  await waitForText(page, words);
  expect(await readPageText(page)).not.toContain(english('options_lock_also'));
  await page.close();
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
  await soundAlarm(own, 'lock');
  await waitForKeyGone(own);
});

test('the computer left alone for as long as a screen takes to lock: the vault locks, from a dead background, too', async () => {
  const { driven, own } = fixture;
  await driven.killWorker();
  expect(await driven.scope.leaveComputer()).toBe(AWAY_MINUTES * 60);
  await waitForKeyGone(own);
});

describe('a copied code, with the popup closed and the background dead', () => {
  const MINE = 'what the user has copied himself';
  const readAlarm = () => findAlarm(fixture.own, 'clipboard');
  const readClipboard = () => fixture.driven.scope.readClipboard();
  const letAlarmGoOff = async (): Promise<void> => {
    await fixture.driven.killWorker();
    await soundAlarm(fixture.own, 'clipboard');
    await until('the alarm to be over', async () =>
      (await readAlarm()) === undefined ? true : undefined,
    );
  };
  const copyInPopup = async (): Promise<number> => {
    const page = await fixture.driven.newPage('about:blank');
    const popup = await fixture.driven.openPopup(page);
    await popup.waitForSelector('.row-main[data-row="0"]');
    await popup.click('.row-main[data-row="0"]');
    const whenMs = await until('the alarm', readAlarm);
    await page.close();
    return whenMs;
  };
  const waitForCleared = () =>
    until('an empty clipboard', async () =>
      (await readClipboard()).trim() === '' ? true : undefined,
    );

  test('is cleared 30 s later', async () => {
    await fixture.newUser();
    const beforeMs = Date.now();
    expect(await copyInPopup()).toBeGreaterThanOrEqual(beforeMs + 30_000);
    expect(await readClipboard()).toMatch(/^\d{6}$/);
    await letAlarmGoOff();
    await waitForCleared();
  });

  test('is not cleared where the user has copied something since', async () => {
    await fixture.newUser();
    await copyInPopup();
    await fixture.own.evaluate((text) => navigator.clipboard.writeText(text), MINE);
    await letAlarmGoOff();
    // The background that was woken has answered all that came after the alarm, and opened a popup.
    const page = await fixture.driven.newPage('about:blank');
    const popup = await fixture.driven.openPopup(page);
    await popup.waitForSelector('.row-main[data-row="0"]');
    expect(await readClipboard()).toBe(MINE);
    await page.close();
  });
});
