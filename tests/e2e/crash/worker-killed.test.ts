/** The browser ends the background in the middle of a save: what is said afterwards is true. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  await prepareVault(driven, [{ issuer: 'TP-Link', label: 'first', secret }]);
});
afterAll(() => driven.close());

test('an account is saved once, and said to be saved, whenever the background dies', async () => {
  for (const [index, letter] of LETTERS.entries()) {
    const popup = await driven.openOwn('popup.html');
    await popup.bringToFront();
    await waitForText(popup, new RegExp(english('codes_settings'), 'u'));
    await clickControl(popup, { role: 'button', name: english('codes_add') });
    const field = { role: 'textbox', name: english('accounts_secret_or_link') };
    const secret = `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3P${letter}A`;
    await typeIntoControl(popup, field, `otpauth://totp/killed%20${letter}?secret=${secret}`);
    await popup.keyboard.press('Enter');
    await clickControl(popup, { role: 'button', name: english('accounts_save') });
    // From before the first read to after the last write.
    await new Promise((resolve) => setTimeout(resolve, index * 12));
    await driven.killWorker();
    const text = await until('a word', async () => {
      const shown = await popup.evaluate(() => document.body.innerText);
      return [english('codes_saved'), english('error_unexpected')].find((one) =>
        shown.includes(one),
      );
    });
    expect(text, `after ${index * 12} ms`).toBe(english('codes_saved'));
    const accounts = (await askAsOwnPage(popup, 'accounts', { bin: 'live' })) as unknown[];
    expect(accounts).toHaveLength(index + 2);
    await popup.close();
  }
});
