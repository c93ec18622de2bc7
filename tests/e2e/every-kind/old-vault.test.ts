/** A vault that an older Nightlatch wrote opens, loses nothing, and takes accounts of every kind. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, unlock } from '../driver/nightlatch.ts';
import { findStored, store } from '../driver/own-state.ts';

interface Fixture {
  readonly passphrase: string;
  readonly items: Readonly<Record<string, string>>;
}
const FIXTURE = new URL('../../lib/vault/format/fixtures/version-1.json', import.meta.url);

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
});
afterAll(() => driven.close());

test('of version 1', async () => {
  const { passphrase, items } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Fixture;
  const own = await driven.openOwn('options.html');
  await store(own, 'local', items);
  const popup = await driven.openOwn('popup.html');
  await popup.bringToFront();
  await unlock(popup, passphrase);
  await waitForText(popup, /Büro 東京/u, 30_000);
  const versionIn = async (item: string): Promise<number> =>
    (JSON.parse(String(await findStored(own, 'local', item))) as { version: number }).version;
  await clickControl(popup, { role: 'button', name: english('codes_add') });
  const field = { role: 'textbox', name: english('accounts_secret_or_link') };
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  await typeIntoControl(popup, field, `otpauth://hotp/Bank:new?secret=${secret}&counter=0`);
  await popup.keyboard.press('Enter');
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForText(popup, new RegExp(english('codes_saved'), 'u'));
  expect([await versionIn('vault/head'), await versionIn('vault/head-copy')]).toEqual([2, 2]);
  const labels = async (bin: 'live' | 'binned') =>
    ((await askAsOwnPage(own, 'accounts', { bin })) as readonly { readonly label: string }[]).map(
      ({ label }) => label,
    );
  expect(await labels('live')).toEqual(['operator-2@example.com', 'new']);
  expect(await labels('binned')).toEqual(['operator-1@example.com']);
});
