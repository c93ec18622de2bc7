/** Codes that the user asks for at a field, by the badge, the menu of a right click and the keyboard. */
import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { chooseInMenu, giveCommand } from '../e2e/driver/firefox/signals.ts';
import {
  askAsOwnPage,
  english,
  forgetAccounts,
  lockVault,
  PASSPHRASE,
  pressUntilUnlockWindow,
  unlock,
} from '../e2e/driver/nightlatch.ts';
import { PORTAL, signIn, waitForFilled } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { TRY_MS } from './card.ts';
import { firefoxFixture } from './fixture.ts';

/** Nobody signed in here, so nothing is filled by itself. */
const BARE = `${PORTAL}bare.html`;
const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

const fixture = firefoxFixture('open');

let email: string;
let page: Page;
beforeEach(async () => {
  await askAsOwnPage(fixture.own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  // An account that has given no code in this step.
  await forgetAccounts(fixture.own);
  email = await fixture.newUser();
  page = await fixture.driven.newPage(BARE);
  return () => page.close();
});

/** Waits for a code of this user in the fields, joined. */
function digitsIn(selector: string, user = email): Promise<string> {
  return until(`the code of ${user} in ${selector}`, async () => {
    const value = await page.$$eval(selector, (fields) =>
      fields.map((field) => (field as HTMLInputElement).value).join(''),
    );
    // The step may have ended since.
    return [0, -1].some((step) => fixture.simulator.codeFor(user, step) === value)
      ? value
      : undefined;
  });
}

test('the keyboard command fills the prompt of the tab in front', async () => {
  await waitForControl(page, button('prompt_offer'));
  await giveCommand(fixture.driven, page, 'fill');
  await digitsIn('#code');
});

test("'Fill 2FA code here' in the menu of a right click fills the field that was clicked, and no other", async () => {
  await page.evaluate(() => {
    const odd = document.createElement('input');
    odd.id = 'odd';
    odd.placeholder = 'Voucher';
    document.body.append(odd);
  });
  await chooseInMenu(fixture.driven, page, '#odd', 'menu_insert');
  await digitsIn('#odd');
  expect(await page.$eval('#code', (field) => (field as HTMLInputElement).value)).toBe('');
});

test('locked: the badge opens the unlock window, and the field is filled after the unlocking', async () => {
  await lockVault(fixture.driven);
  await signIn(page, email, `${PORTAL}?flow=G1`);
  await waitForControl(page, button('prompt_locked'));
  await unlock(await pressUntilUnlockWindow(fixture.driven, page, 'prompt_locked'));
  await waitForFilled(page);
});

test('where two accounts fit, the badge opens the account picker, and the choice is filled', async () => {
  const other = await fixture.newUser();
  await page.reload();
  const picker = await until('the account picker', async () => {
    await page.bringToFront();
    await clickControl(page, button('prompt_choose'), TRY_MS).catch(() => undefined);
    return fixture.driven.waitForWindow('account-picker.html', TRY_MS).catch(() => undefined);
  });
  // It closes under the press, which may take the driver's answer along.
  await clickControl(picker, { role: 'button', name: new RegExp(other) });
  await digitsIn('#code', other);
});

test('boxes that take nothing but keys are filled, and no paste without its text comes to them', async () => {
  await page.evaluate(() => {
    const box = '<input maxlength="1" size="1" class="box">';
    document.body.innerHTML = `<form><h1>Two-factor authentication</h1>
      <p>6-digit code of your authenticator app</p><p>${box.repeat(6)}</p><button type="button">Submit</button></form>`;
    for (const field of document.querySelectorAll<HTMLInputElement>('.box')) {
      const shown = { digit: '' };
      field.addEventListener('input', () => (field.value = shown.digit));
      field.addEventListener('keydown', ({ key }) => (field.value = shown.digit = key));
    }
    addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      document.documentElement.dataset['pasted'] = `pasted: ${text}`;
    });
  });
  await waitForControl(page, button('prompt_offer'));
  await giveCommand(fixture.driven, page, 'fill');
  await digitsIn('.box');
  expect(await page.evaluate(() => document.documentElement.dataset['pasted'])).toBeUndefined();
});

test('the keyboard command locks', async () => {
  await giveCommand(fixture.driven, page, 'lock');
  await until('a locked vault', async () => {
    const { state } = (await askAsOwnPage(fixture.own, 'vaultState', {})) as { state: string };
    return state === 'locked' ? true : undefined;
  });
});
