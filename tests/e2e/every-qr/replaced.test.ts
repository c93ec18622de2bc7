/** A page that puts a new code in the place of the old one: what is saved is always the code it shows. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { waitForText } from '../driver/controls.ts';
import {
  askAsOwnPage,
  english,
  forgetAccounts,
  lockVault,
  clickCard,
  pressUntilUnlockWindow,
  unlock,
} from '../driver/nightlatch.ts';
import { clickText } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  waitForOffer,
  newestEnrolment,
  openQrFixture,
  ORDINARY,
  showQr,
  waitForNewestCode,
  waitForScan,
  type QrFixture,
} from './qr-fixture.ts';

let fixture: QrFixture;
beforeAll(async () => {
  fixture = await openQrFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await showQr(fixture.page, 'qrReplaceSeconds=60');
  await waitForOffer(fixture.page, ORDINARY);
  return () => forgetAccounts(fixture.own);
});

/** A minute passes at the stand-in, and its page shows another secret. */
async function replaceCode(): Promise<void> {
  const { own, simulator } = fixture;
  const first = newestEnrolment(simulator);
  simulator.clock.advance(60);
  const second = await until('another secret', () => {
    const now = newestEnrolment(simulator);
    return now.uri === first.uri ? undefined : now;
  });
  await waitForScan(own, second.uri);
  simulator.clock.reset();
}

async function accounts(): Promise<readonly AccountView[]> {
  return (await askAsOwnPage(fixture.own, 'accounts', { bin: 'live' })) as AccountView[];
}

test('before the press: the new code is saved', async () => {
  await replaceCode();
  await clickCard(fixture.page, 'offer_save');
  await waitForNewestCode(fixture);
  expect(await accounts()).toHaveLength(1);
});

test('while the user unlocks: the save goes on with the new code', async () => {
  const { driven, page } = fixture;
  await lockVault(driven);
  // The lock has taken the text with it; the press reads it again.
  const window = await pressUntilUnlockWindow(driven, page, 'offer_save');
  // Until the card knows that the user unlocks, another code is another question.
  await waitForText(page, english('offer_unlocking'));
  await replaceCode();
  await unlock(window);
  await page.bringToFront();
  await waitForNewestCode(fixture);
  expect(await accounts()).toHaveLength(1);
});

// The last one: from then on this user has 2FA.
test('after it was saved: the card offers the new one, which replaces the unconfirmed account', async () => {
  const { page } = fixture;
  await clickCard(page, 'offer_save');
  await waitForNewestCode(fixture);
  const [before] = await accounts();
  await replaceCode();
  await clickCard(page, 'offer_save');
  await waitForNewestCode(fixture);
  const [after, ...others] = await accounts();
  expect(others).toEqual([]);
  expect(after?.id).not.toBe(before?.id);
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  expect(await accounts()).toMatchObject([{ id: after?.id, status: 'confirmed' }]);
});
