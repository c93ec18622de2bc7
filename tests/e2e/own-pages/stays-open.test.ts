/** A page of ours that stays open: it shows what was changed elsewhere meanwhile. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, readPageText, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, counted, english, prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { downloadsOf, waitForDownload } from '../never-lose-a-code/download.ts';

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
  await prepareVault(driven, []);
});
afterAll(() => driven.close());

test('the settings tell of a backup that was made in the popup, and the trash of an account', async () => {
  const folder = await downloadsOf(driven);
  try {
    const popup = await driven.openOwn('popup.html');
    const account = { issuer: 'Bank', label: 'maria', secret: 'JBSWY3DPEHPK3PXP' };
    const id = await addAccount(popup, account);
    await popup.reload();
    const health = await driven.openOwn('options.html#health');
    const trash = await driven.openOwn('options.html#trash');
    await waitForText(health, new RegExp(english('health_backup_none')));
    await waitForText(trash, new RegExp(english('accounts_bin_empty')));

    await popup.bringToFront();
    await clickControl(popup, { role: 'button', name: english('backup_now') });
    await waitForDownload(folder);
    await waitForText(popup, /asked to save/u);
    await health.bringToFront();
    const said = await waitForText(health, /Your last backup has all accounts/u);
    expect(said).not.toContain(english('health_backup_none'));

    await popup.bringToFront();
    await askAsOwnPage(popup, 'accountBin', { id });
    await trash.bringToFront();
    await waitForText(trash, /Bank/u);
    expect(await waitForText(trash, new RegExp(counted('accounts_bin_days', 30)))).toContain(
      'maria',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the popup in a window of its own follows the settings and the accounts, and keeps the search', async () => {
  const options = await driven.openOwn('options.html#appearance');
  await addAccount(options, { issuer: 'Shop', label: 'karl', secret: 'JBSWY3DPEHPK3PXP' });
  const popup = await driven.openOwn('popup.html');
  // What a window of its own is known by.
  await popup.evaluate(() => (window.name = 'nightlatch'));
  await waitForText(popup, /\d{3}\s\d{3}/u);
  await popup.type('input[type=search]', 'Shop');

  await options.bringToFront();
  await clickControl(options, { role: 'checkbox', name: english('options_hide_codes') });
  await popup.bringToFront();
  await until('the digits to be hidden', async () =>
    /\d{3}\s\d{3}/u.test(await readPageText(popup)) ? undefined : true,
  );
  expect(await popup.$eval('input[type=search]', (field) => field.value)).toBe('Shop');

  await options.bringToFront();
  await addAccount(options, { issuer: 'Office', label: 'karl', secret: 'KRSXG5CTMVRXEZLU' });
  await popup.bringToFront();
  await waitForText(popup, /Office/u);
});
