/** The card says 'Not saved' of what is not saved, and of nothing else. */
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, isShown, readPageText, waitForText } from '../../../e2e/driver/controls.ts';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage(path.resolve(import.meta.dirname, 'room-enrolments.ts'));
});
afterAll(() => tab.close());
beforeEach(() => tab.show('<h1>Security</h1><iframe></iframe>'));

const button = (name: string) => ({ role: 'button', name }) as const;

const log = (): Promise<readonly string[]> => tab.ours('room.log');

/** Presses until the press is taken: one before the card was surely seen does not count. */
async function pressUntil(name: string, logged: string): Promise<void> {
  await until(`'${logged}' in the log`, async () => {
    await clickControl(tab.page, button(name), 3_000).catch(() => undefined);
    return (await log()).includes(logged) || undefined;
  });
}

async function untilGone(): Promise<void> {
  await until('the card to go', async () =>
    (await readPageText(tab.page)).includes('Nightlatch') ? undefined : true,
  );
}

async function close(): Promise<void> {
  await clickControl(tab.page, button('close'));
  await until('the dismissal', async () => (await log()).includes('dismissed') || undefined);
}

test('an offer that is dismissed is not saved, and the card says so', async () => {
  await tab.ours(`room.offer('none')`);
  await clickControl(tab.page, button('dismiss'));
  await waitForText(tab.page, 'dismissed_hint');
});

test('of an account that the vault has, the card says nothing, also once the fill has failed', async () => {
  await tab.ours(`room.offer('same-secret')`);
  await waitForText(tab.page, 'same_secret');
  await tab.ours('room.failSave()');
  await waitForText(tab.page, 'failed');
  await close();
  await untilGone();
});

test('nor while it is being saved: what comes of that is not known yet', async () => {
  await tab.ours(`room.offer('none')`);
  await pressUntil('save', 'save');
  await close();
  await untilGone();
});

test('while the user has to unlock it is not saved, and the card says so until it is', async () => {
  await tab.ours('room.lock()');
  await tab.ours(`room.offer('none')`);
  await pressUntil('save', 'save');
  await waitForText(tab.page, 'unlocking_hint');
  await close();
  await waitForText(tab.page, 'dismissed_hint');
  await tab.ours('room.tellSaved()');
  await untilGone();
});

test('where nothing proves what the user sees, the popup opens in place of our window, and nothing is saved', async () => {
  await tab.ours('room.lock()');
  await tab.ours(`room.offer('none')`);
  await pressUntil('save', 'save');
  await waitForText(tab.page, 'unlocking_hint');
  await tab.ours('room.proveNothing()');
  await pressUntil('show_window', 'popup');
  expect(await isShown(tab.page, button('show_window'))).toBe(true);
  expect((await log()).filter((one) => one === 'save')).toHaveLength(1);
});
