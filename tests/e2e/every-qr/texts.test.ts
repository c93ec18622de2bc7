/** Every way to write an otpauth text: offered by its right name and read to the right secret, or refused in words. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uriVariantNames } from '../../simulator/uri/index.ts';
import { waitForText } from '../driver/controls.ts';
import { english, forgetAccounts, clickCard } from '../driver/nightlatch.ts';
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
/** No set-up of a time-based code: named when the user asks for a scan, not by the page. */
const OTHERS = new Set(['hotp', 'migration']);
const REFUSED = 'invalid-base32';

let fixture: QrFixture;
beforeAll(async () => {
  fixture = await openQrFixture();
});
afterAll(() => fixture.close());

test.each(uriVariantNames.filter((name) => !OTHERS.has(name) && name !== REFUSED))(
  '%s: the card names it, and its code is the one the page expects',
  async (uri) => {
    const { page, own } = fixture;
    await showQr(page, `uri=${uri}`);
    await waitForOffer(page, NAMES[uri] ?? ORDINARY);
    await clickCard(page, 'offer_save');
    const code = await waitForNewestCode(fixture);
    expect(code).toHaveLength(uri === 'sha256-8-60' ? 8 : 6);
    await forgetAccounts(own);
  },
);

test(`${REFUSED}: the card says why it cannot be kept`, async () => {
  await showQr(fixture.page, `uri=${REFUSED}`);
  await waitForText(fixture.page, english('error_secret_not_base32'));
});

test.each([...OTHERS])('%s: silence on the page', async (uri) => {
  await showQr(fixture.page, `uri=${uri}`);
  await expectSilence(fixture);
});
