/** An enrolment by the popup, to which the card only points in Firefox. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import {
  clickText,
  openEnrolment,
  readCodeField,
  retypeCode,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { USER } from '../journey/steps.ts';
import { pressUntilPopup, TRIES_MS, TRY_MS } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('open');

type Words = Parameters<typeof english>[0];

/** Presses a button of ours until what follows is there: in its first moments it takes no press. */
function pressUntil<Value>(
  popup: Page,
  key: Words,
  follows: () => Promise<Value | undefined>,
): Promise<Value> {
  const button = { role: 'button', name: english(key) } as const;
  return until(
    `what follows ${english(key)}`,
    async () => {
      await clickControl(popup, button, TRY_MS).catch(() => undefined);
      return until('it', follows, TRY_MS).catch(() => undefined);
    },
    TRIES_MS,
  );
}

test('the toolbar button alone saves what the page shows, and fills the code after a refused one', async () => {
  const { driven } = fixture;
  // A user with other accounts sees the list, with the page's enrolment above it.
  await fixture.newUser();
  const page = await driven.newPage();
  await signIn(page, USER);
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, { role: 'button', name: english('offer_save') });

  const popup = await driven.openPopup(page);
  const save = { role: 'button', name: english('accounts_save') } as const;
  await pressUntil(popup, 'enrolment_review', () => waitForControl(popup, save, TRY_MS));
  const first = await pressUntil(popup, 'accounts_save', () => waitForFilled(page, TRY_MS));

  // A person's press in the page closes it.
  await popup.evaluate(() => window.close());
  await page.bringToFront();
  await retypeCode(page, first === '000000' ? '111111' : '000000');
  await clickText(page, 'Submit');
  await waitForControl(page, { role: 'button', name: english('offer_fill_next') });
  const again = await pressUntilPopup(driven, page, 'offer_fill_next');
  await pressUntil(again, 'offer_fill_next', async () =>
    (await driven.isOpen('popup.html')) ? undefined : true,
  );
  const next = await until(
    'the next code',
    async () => {
      const code = await readCodeField(page);
      return code !== undefined && /^\d{6}$/.test(code) && !/^(0|1){6}$/.test(code)
        ? code
        : undefined;
    },
    60_000,
  );
  await clickText(page, 'Submit');
  await until('the page to accept it', () =>
    fixture.simulator
      .log()
      .submits.find(({ code, outcome }) => code === next && outcome === 'accepted'),
  );
  expect(next).not.toBe(first);
});
