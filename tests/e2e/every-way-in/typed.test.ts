/** The way in without a picture: the secret typed by hand, or a set-up link pasted into the same field. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { base32Decode } from '../../simulator/base32.ts';
import { codeOfStep } from '../../simulator/totp.ts';
import { clickControl, readPageText, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, prepareVault } from '../driver/nightlatch.ts';

const SECRET = { role: 'textbox', name: english('accounts_secret_or_link') } as const;
const REVIEW = { role: 'button', name: english('accounts_review') } as const;

let driven: DrivenBrowser;
let popup: Page;
beforeAll(async () => {
  driven = await launch();
  // With none the popup's first screen is another.
  await prepareVault(driven, [
    { issuer: 'TP-Link', label: 'first@example.com', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
  ]);
});
afterAll(() => driven.close());
beforeEach(async () => {
  const page = await driven.newPage('about:blank');
  popup = await driven.openPopup(page);
  await waitForText(popup, new RegExp(english('codes_settings')));
  await clickControl(popup, { role: 'button', name: english('codes_add') });
  return () => page.close();
});

const pressSave = (): Promise<void> =>
  clickControl(popup, { role: 'button', name: english('accounts_save') });

async function waitForSaved(label: string): Promise<AccountView> {
  await waitForText(popup, new RegExp(english('codes_saved')));
  const accounts = (await askAsOwnPage(popup, 'accounts', { bin: 'live' })) as AccountView[];
  const saved = accounts.find((account) => account.label === label);
  if (!saved) throw new Error(`${label} was not saved`);
  return saved;
}

test('a secret typed as people write it gives the codes of that secret', async () => {
  await typeIntoControl(popup, SECRET, 'nbsw y3dp-o5xx e3de NBSW Y3DP');
  for (const [key, text] of [
    ['accounts_issuer', 'Recorder'],
    ['accounts_label', 'typed@example.com'],
  ] as const) {
    await typeIntoControl(popup, { role: 'textbox', name: english(key) }, text);
  }
  await popup.keyboard.press('Enter');
  const { id, issuer } = await waitForSaved('typed@example.com');
  expect(issuer).toBe('Recorder');
  const [row] = (await askAsOwnPage(popup, 'codes', { ids: [id] })) as readonly {
    readonly code: { readonly digits: string; readonly counter: number };
  }[];
  const secret = base32Decode('NBSWY3DPO5XXE3DENBSWY3DP');
  const key = { secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
  expect(row?.code.digits).toBe(codeOfStep(key, row?.code.counter ?? 0));
});

test('what cannot be a secret is said while it is typed, not before it is finished', async () => {
  await typeIntoControl(popup, SECRET, 'NBSW');
  expect(await readPageText(popup)).not.toContain(english('error_secret_missing'));
  await popup.keyboard.type('0');
  await waitForText(popup, /0, 1, 8 or 9/);
  for (let letter = 0; letter < 4; letter++) await popup.keyboard.press('Backspace');
  await popup.keyboard.press('Enter');
  await waitForText(popup, new RegExp(english('error_secret_incomplete')));
  await clickControl(popup, SECRET);
  await popup.keyboard.press('End');
  await popup.keyboard.type('BSWY3DPO5XXE3DE');
  await popup.keyboard.press('Enter');
  await waitForText(popup, new RegExp(english('accounts_name_missing')));
});

test('a set-up link in the same field says all that is needed', async () => {
  const link =
    'otpauth://totp/TP-Link:link%40example.com?secret=MFRAGGZDMFRAGGZDMFRA&issuer=TP-Link';
  await typeIntoControl(popup, SECRET, link);
  await waitForText(popup, new RegExp(english('accounts_is_link')));
  await clickControl(popup, REVIEW);
  await pressSave();
  expect(await waitForSaved('link@example.com')).toMatchObject({ issuer: 'TP-Link' });
});
