/** A log-in in Firefox, where the address of a tab is gone by the time its page says that it leaves. */
import { expect, test } from 'vitest';
import { isShown, readPageText, waitForText } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import {
  clickText,
  signIn,
  signOut,
  waitForFilled,
  waitForSignedIn,
} from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { firefoxFixture } from './fixture.ts';
import { findStored } from '../e2e/driver/own-state.ts';

const fixture = firefoxFixture('open');

test('the code is filled with nothing to do, and the popup forgets the prompt that left', async () => {
  const { driven } = fixture;
  const email = await fixture.newUser();
  const page = await driven.newPage();
  await signIn(page, email);
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForSignedIn(page);
  // What a page says when it leaves comes to the background when it comes.
  await until('the prompt to be forgotten', async () => {
    const prompts = (await findStored(fixture.own, 'session', 'prompts')) ?? {};
    return Object.keys(prompts).length === 0 ? true : undefined;
  });
  const popup = await driven.openPopup(page);
  await waitForText(popup, email);
  expect(await readPageText(popup)).not.toContain(english('codes_hero_asks').replace('$1', ''));
  await signOut(page);
  await page.close();
});

test('a code that the page does not keep is shown to be typed: a press could not be proved', async () => {
  const { driven } = fixture;
  const email = await fixture.newUser();
  const page = await driven.newPage();
  await page.evaluateOnNewDocument(() => {
    addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLInputElement && /^\d{6}$/.test(target.value)) target.value = '';
      },
      { capture: true },
    );
  });
  await signIn(page, email);
  const words = english('prompt_type').replace('$1', '(\\d{6})');
  const digits = await until('the code beside the field', async () => {
    const [, shown] = new RegExp(words).exec(await readPageText(page)) ?? [];
    return shown;
  });
  expect([0, -1].map((step) => fixture.simulator.codeFor(email, step))).toContain(digits);
  const copy = new RegExp(english('prompt_copy').replace('$1', '\\d{6}'));
  expect(await isShown(page, { role: 'button', name: copy })).toBe(false);
  await page.close();
});
