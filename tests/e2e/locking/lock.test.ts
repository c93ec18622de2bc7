/** When time, the screen, an update or the user says so, the key leaves memory, and nothing brings it back. */
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SessionFacts } from '../../../lib/vault/store/session.ts';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, english, PASSPHRASE, replyOf } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { accountIds, findVaultKey, stateOf, waitForKeyGone } from '../vault/own-page.ts';
import { findAlarm, findStored, readStored, soundAlarm, store } from '../driver/own-state.ts';
import { dispatch } from '../driver/browser-events.ts';

const FACTS = 'vault/facts';
const LOCKED = { ok: false, code: 'vault-locked' };
const byPassphrase = { kind: 'passphrase', passphrase: PASSPHRASE };
const URI = 'otpauth://totp/VIGI:parked?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=VIGI';

let driven: DrivenBrowser;
let page: Page;
let recoveryCode: string;

beforeAll(async () => {
  driven = await launch();
  page = await driven.openOwn('options.html');
  const created = await askAsOwnPage(page, 'createVault', byPassphrase);
  ({ recoveryCode } = created as { recoveryCode: string });
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await addAccount(page, { issuer: 'VIGI', label: 'maria', secret });
});
afterAll(() => driven.close());
beforeEach(async () => {
  await askAsOwnPage(page, 'unlock', { kind: 'recovery-code', recoveryCode });
});

/** As after a sleep: the background is dead, and what it knew of the time is no longer so. */
async function letPass(change: Partial<SessionFacts>): Promise<void> {
  await until('facts that no background of before has written over', async () => {
    const facts = (await findStored(page, 'session', FACTS)) as SessionFacts;
    const changed = { ...facts, ...change };
    await driven.killWorker();
    await store(page, 'session', { [FACTS]: changed });
    // Whatever happens in the browser may have started it anew in between.
    await driven.killWorker();
    const now = await findStored(page, 'session', FACTS);
    return isDeepStrictEqual(now, changed) || undefined;
  });
}

async function expectLocked(): Promise<void> {
  expect(await replyOf(page, 'accounts', { bin: 'live' })).toEqual(LOCKED);
  expect(await stateOf(page)).toBe('locked');
  expect(await findVaultKey(page)).toBeUndefined();
}

test('woken after the deadline, the first use finds it locked', async () => {
  await letPass({ deadlineMs: Date.now() - 1 });
  await expectLocked();
});

test('woken before the deadline, it is still open: killing the background alone locks nothing', async () => {
  await letPass({ deadlineMs: Date.now() + 60_000 });
  expect(await accountIds(page)).toHaveLength(1);
});

test('the popup was opened: the deadline moves', async () => {
  const soonMs = Date.now() + 60_000;
  await letPass({ deadlineMs: soonMs });
  await askAsOwnPage(page, 'popupView', { limit: 5 });
  await until('a later deadline', async () => {
    const facts = (await findStored(page, 'session', FACTS)) as SessionFacts;
    return (facts.deadlineMs ?? 0) > soonMs + 5 * 60_000 ? true : undefined;
  });
});

test('locked elsewhere, an open popup asks for the passphrase before its step ends', async () => {
  // A step that ends meanwhile proves nothing: at its end the popup asks for codes, and is refused.
  await until('a popup that is locked within its step', async () => {
    await askAsOwnPage(page, 'unlock', { kind: 'recovery-code', recoveryCode });
    const popup = await driven.openOwn('popup.html');
    await popup.waitForSelector('.digits-now');
    const stepEndMs = (Math.floor(Date.now() / 30_000) + 1) * 30_000;
    await askAsOwnPage(page, 'lock', {});
    await waitForControl(popup, { role: 'textbox', name: english('unlock_passphrase') });
    const isWithin = Date.now() < stepEndMs;
    await popup.close();
    return isWithin || undefined;
  });
});

test('the clock went back by more than a minute: locked', async () => {
  await letPass({ latestClockMs: Date.now() + 90_000, deadlineMs: Date.now() + 900_000 });
  await expectLocked();
});

test('the clock went back by less, as time servers do: open', async () => {
  await letPass({ latestClockMs: Date.now() + 30_000, deadlineMs: Date.now() + 900_000 });
  expect(await accountIds(page)).toHaveLength(1);
});

test('a deadline that passes while nobody asks: the alarm locks', async () => {
  await letPass({ deadlineMs: Date.now() - 1 });
  expect(await findAlarm(page, 'lock')).toBeDefined();
  await soundAlarm(page, 'lock');
  await waitForKeyGone(page);
});

test('the screen was locked: locked; the screen was only idle: open', async () => {
  await dispatch(driven, 'idle.onStateChanged', 'idle');
  expect(await accountIds(page)).toHaveLength(1);
  await dispatch(driven, 'idle.onStateChanged', 'locked');
  await waitForKeyGone(page);
  await expectLocked();
});

test('the keyboard command: locked', async () => {
  await dispatch(driven, 'commands.onCommand', 'lock');
  await waitForKeyGone(page);
  await expectLocked();
});

test("the popup's button: locked", async () => {
  await page.bringToFront();
  const popup = await driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_lock') });
  await waitForKeyGone(page);
  await expectLocked();
});

test.each([
  ['an unlocking', 'unlock', byPassphrase],
  [
    'a change of the passphrase',
    'passphraseChange',
    { proof: byPassphrase, passphrase: PASSPHRASE },
  ],
  ['a proof for another recovery code', 'recoveryReissue', { proof: byPassphrase }],
] as const)('a lock while %s is under way wins', async (_what, name, ask) => {
  if (name === 'unlock') await askAsOwnPage(page, 'lock', {});
  // From one turn of the page: on a busy machine a second call might come when all is done.
  const { slow, locking, keyAfterLock } = await page.evaluate(
    async (first, later) => {
      const [working, closing] = [first, later].map((message) =>
        chrome.runtime.sendMessage<unknown, unknown>(message),
      );
      const closed = await closing;
      const key = await chrome.storage.session.get('vault/key');
      return { slow: await working, locking: closed, keyAfterLock: key };
    },
    { table: 'own', name, ask },
    { table: 'own', name: 'lock', ask: {} },
  );
  expect(locking).toMatchObject({ ok: true });
  expect(keyAfterLock).toEqual({});
  expect(slow).toEqual(LOCKED);
  await expectLocked();
});

test('a hundred codes being computed do not undo a lock', async () => {
  const ids = await accountIds(page);
  const rounds = await page.evaluate(
    async (wanted) => {
      const send = (name: string, ask: object): Promise<unknown> =>
        chrome.runtime.sendMessage({ table: 'own', name, ask });
      const reading = Array.from({ length: 50 }, () => send('codes', { ids: wanted }));
      const locked = send('lock', {});
      const late = Array.from({ length: 50 }, () => send('codes', { ids: wanted }));
      await locked;
      const keyAfterLock = await chrome.storage.session.get('vault/key');
      return { replies: await Promise.all([...reading, ...late]), keyAfterLock };
    },
    [...ids],
  );
  expect(rounds.keyAfterLock).toEqual({});
  expect(rounds.replies.slice(50)).toEqual(Array.from({ length: 50 }, () => LOCKED));
  await expectLocked();
});

test('what was scanned and not saved dies with the lock', async () => {
  const parked = await askAsOwnPage(page, 'readUri', { uri: URI });
  const { scanId } = parked as { readonly scanId: string };
  expect(JSON.stringify(await findStored(page, 'session', 'scans'))).toContain('otpauth');
  await askAsOwnPage(page, 'lock', {});
  await waitForKeyGone(page);
  await askAsOwnPage(page, 'unlock', { kind: 'recovery-code', recoveryCode });
  const all = await readStored(page, 'session');
  expect(JSON.stringify(all)).not.toContain('otpauth');
  const save = { scanId, issuer: 'VIGI', label: 'parked' };
  expect(await replyOf(page, 'saveScan', save)).toEqual({ ok: false, code: 'scan-gone' });
});

// Last: it ends every page of ours.
test('an update of the extension: locked', async () => {
  expect(await findVaultKey(page)).toBeDefined();
  await driven.newPage('about:blank');
  const gone = new Promise((resolve) => page.once('close', resolve));
  // Loaded again from its folder, as an update is: all of the old one ends, then the new one starts.
  await driven.browser.installExtension(driven.extension.path);
  await gone;
  page = await driven.openOwn('options.html');
  expect(await stateOf(page)).toBe('locked');
  expect(await findVaultKey(page)).toBeUndefined();
});
