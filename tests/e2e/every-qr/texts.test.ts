/** Every way to write an otpauth text: offered by its right name and read to the right secret, or refused in words. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { uriVariantNames } from '../../simulator/uri/index.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import { askAsOwnPage, clickCard, english, forgetAccounts } from '../driver/nightlatch.ts';
import { readCodeField } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  waitForOffer,
  openQrFixture,
  ORDINARY,
  showQr,
  expectSilence,
  USER,
  waitForNewestCode,
  type QrFixture,
} from './qr-fixture.ts';

/** Texts whose card says something else than the ordinary issuer and label. */
const NAMES: Readonly<Record<string, string>> = {
  'no-issuer': USER,
  'percent-space': `TP-Link ID · ${USER}`,
  'plus-space': `TP-Link ID · ${USER}`,
  'plus-email': 'TP-Link · maria+vms@example.com',
  'lower-case': `TP-LINK · ${USER}`,
};
/** Of many accounts: named when the user asks for a scan, not by the page. */
const OTHERS = new Set(['migration']);
/** The user looks at them in the popup first, and no code of them goes into the page by itself. */
const REVIEWED = new Set(['hotp', 'steam']);
const REFUSED = 'invalid-base32';

let fixture: QrFixture;
beforeAll(async () => {
  fixture = await openQrFixture();
});
afterAll(() => fixture.close());

test.each(
  uriVariantNames.filter((name) => !OTHERS.has(name) && !REVIEWED.has(name) && name !== REFUSED),
)('%s: the card names it, and its code is the one the page expects', async (uri) => {
  const { page, own } = fixture;
  await showQr(page, `uri=${uri}`);
  await waitForOffer(page, NAMES[uri] ?? ORDINARY);
  await clickCard(page, 'offer_save');
  const code = await waitForNewestCode(fixture);
  expect(code).toHaveLength(uri === 'sha256-8-60' ? 8 : 6);
  await forgetAccounts(own);
});

test(`${REFUSED}: the card says why it cannot be kept`, async () => {
  await showQr(fixture.page, `uri=${REFUSED}`);
  await waitForText(fixture.page, english('error_secret_not_base32'));
});

test.each([...OTHERS])('%s: silence on the page', async (uri) => {
  await showQr(fixture.page, `uri=${uri}`);
  await expectSilence(fixture);
});

/** Presses the card's button until the popup is there and shows `text`: a press before the card was surely seen does not count. */
function pressUntilPopup(text: string): Promise<Page> {
  const { page, driven } = fixture;
  return until(
    'the popup with the review',
    async () => {
      await page.bringToFront();
      const review = { role: 'button', name: english('offer_review') } as const;
      await clickControl(page, review, 3_000).catch(() => undefined);
      const popup = await driven.waitForWindow('popup.html', 3_000).catch(() => undefined);
      return (
        popup &&
        (await waitForText(popup, text, 5_000).then(
          () => popup,
          () => undefined,
        ))
      );
    },
    90_000,
  );
}

async function saveInPopup(popup: Page): Promise<AccountView | undefined> {
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForText(fixture.page, english('offer_kept'));
  const accounts = await askAsOwnPage(fixture.own, 'accounts', { bin: 'live' });
  expect(await readCodeField(fixture.page)).toBe('');
  await popup.close();
  return (accounts as AccountView[])[0];
}

test('hotp: the card leads to the review, which saves it, and no code goes into the page', async () => {
  const { page, own } = fixture;
  await showQr(page, 'uri=hotp');
  await waitForOffer(page, ORDINARY);
  const popup = await pressUntilPopup(english('accounts_review_title'));
  const saved = await saveInPopup(popup);
  expect(saved).toMatchObject({ type: 'hotp', counter: 0, sites: ['vms-cloud'] });
  await forgetAccounts(own);
});

test('steam: the popup asks whether they are letters or six digits; letters do not go into the page', async () => {
  const { page, own } = fixture;
  await showQr(page, 'uri=steam');
  await waitForOffer(page, `Steam · ${USER}`);
  const popup = await pressUntilPopup(english('accounts_steam_question'));
  await clickControl(popup, { role: 'button', name: english('accounts_steam_letters') });
  expect(await saveInPopup(popup)).toMatchObject({ type: 'steam', digits: 5 });
  await forgetAccounts(own);
});

test('steam: what the user calls six digits is saved as such, and its code filled', async () => {
  const { page, own } = fixture;
  await showQr(page, 'uri=steam');
  await waitForOffer(page, `Steam · ${USER}`);
  const popup = await pressUntilPopup(english('accounts_steam_question'));
  const digits = english('accounts_steam_digits').replace('$1', '6');
  await clickControl(popup, { role: 'button', name: digits });
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForNewestCode(fixture);
  await popup.close();
  await forgetAccounts(own);
});
