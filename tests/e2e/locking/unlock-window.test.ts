/** The promise: a window that the user has closed is closed. A page brings it back once, and no more. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import {
  english,
  forgetAccounts,
  lockVault,
  pressUntilUnlockWindow,
  unlock,
} from '../driver/nightlatch.ts';
import { signIn, waitForCodeField } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { repliesAt } from '../messages/forged.ts';
import { CardStage, SAVE } from '../page-defence/card-page.ts';
import { findStored, store } from '../driver/own-state.ts';

const ENROLLED = 'enrolled@example.com';
const BADGE = { role: 'button', name: english('prompt_locked') } as const;
const TOOLBAR = { ok: true, value: { where: 'toolbar' } };

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await unlockInPopup();
  await forgetAccounts(stage.own);
});

/** By our button in the toolbar, as the card and the badge say; an open vault stays as it is. */
async function unlockInPopup(): Promise<void> {
  const popup = await stage.driven.openPopup(stage.own);
  const isLocked = await popup.evaluate(() => document.querySelector('input[type=password]'));
  if (isLocked) {
    await unlock(popup);
    await until('the vault to be open', async () =>
      (await findStored(stage.own, 'session', 'vault/key')) === undefined ? undefined : true,
    );
  }
  if (!popup.isClosed()) await popup.close();
}

function isUnlockWindow(url: string): boolean {
  return url.startsWith(stage.driven.urlOf('unlock.html'));
}

function openWindows(): number {
  return stage.driven.browser.targets().filter((one) => isUnlockWindow(one.url())).length;
}

/** As a user who does not want it now; waits until the background knows. */
async function closeIt(window: Page): Promise<void> {
  await window.close();
  await until('the background to know', async () =>
    (await findStored(stage.own, 'session', 'unlock-window')) === undefined ? true : undefined,
  );
}

async function pressUntilText(page: Page, button: typeof SAVE | typeof BADGE, text: string) {
  await until(text, async () => {
    await page.bringToFront();
    await clickControl(page, button);
    return waitForText(page, text, 3_000).catch(() => undefined);
  });
}

test("closed twice over the card's press, it stays away: the toolbar opens the vault, and the save goes on", async () => {
  const { page, label } = await stage.pageWithCard();
  await lockVault(stage.driven);
  for (let times = 0; times < 2; times++) {
    await closeIt(await pressUntilUnlockWindow(stage.driven, page, 'offer_save'));
    await waitForControl(page, SAVE);
  }
  await pressUntilText(page, SAVE, english('offer_toolbar'));
  expect(openWindows()).toBe(0);
  await unlockInPopup();
  await until('the account', async () =>
    (await stage.labels()).includes(label) ? true : undefined,
  );
  await page.close();
});

test("closed twice over the badge's press, it stays away, and the badge names the toolbar", async () => {
  await lockVault(stage.driven);
  const page = await stage.driven.newPage();
  await signIn(page, ENROLLED);
  await waitForCodeField(page);
  for (let times = 0; times < 2; times++)
    await closeIt(await pressUntilUnlockWindow(stage.driven, page, 'prompt_locked'));
  await pressUntilText(page, BADGE, english('prompt_toolbar'));
  expect(openWindows()).toBe(0);
  // Unlocked and locked again, the next press is answered by the window as ever.
  await unlockInPopup();
  await lockVault(stage.driven);
  await signIn(page, ENROLLED);
  await waitForCodeField(page);
  await closeIt(await pressUntilUnlockWindow(stage.driven, page, 'prompt_locked'));
  await page.close();
});

test('a page whose renderer was taken over brings it back once, however often it asks', async () => {
  await lockVault(stage.driven);
  const page = await stage.driven.newPage('https://vms.tplinkcloud.com/');
  const promptId = 'forged';
  const report = { table: 'page', name: 'promptReport', ask: { promptId } };
  const open = { table: 'page', name: 'promptOpen', ask: { promptId } };
  await repliesAt(page, [report]);
  for (let times = 0; times < 2; times++) {
    await repliesAt(
      page,
      Array.from({ length: 50 }, () => open),
    );
    expect(openWindows()).toBe(1);
    await closeIt(await stage.driven.waitForWindow('unlock.html'));
  }
  const asked = await repliesAt(
    page,
    Array.from({ length: 50 }, () => open),
  );
  expect(asked).toEqual(asked.map(() => TOOLBAR));
  expect(openWindows()).toBe(0);
  await page.close();
});

test('a page that draws its QR again does not bring it back at all', async () => {
  const { page } = await stage.pageWithCard();
  await lockVault(stage.driven);
  const window = await pressUntilUnlockWindow(stage.driven, page, 'offer_save');
  // What our script sends when the page has drawn the QR of the same name anew.
  const pending = await until('the save that waits', async () => {
    const scans = (await findStored(stage.own, 'session', 'scans')) as Record<
      string,
      { readonly state: string }
    >;
    return Object.keys(scans).find((scanId) => scans[scanId]?.state === 'pending');
  });
  const redrawn = {
    table: 'page',
    name: 'scanSave',
    ask: { scanId: pending, cause: 'redraw' },
  };
  expect(await repliesAt(page, [redrawn])).toMatchObject([{ value: { kind: 'unlocking' } }]);
  const scans = await findStored(stage.own, 'session', 'scans');
  await closeIt(window);
  // The text as it was: the message may have left the page before the window closed.
  await store(stage.own, 'session', { scans });
  expect(await repliesAt(page, [redrawn])).toEqual([{ ok: false, code: 'vault-locked' }]);
  expect(openWindows()).toBe(0);
  await page.close();
});
