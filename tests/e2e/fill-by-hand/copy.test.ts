import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { prepareVault } from '../driver/nightlatch.ts';
import { enrolledAccount, PORTAL, signIn, waitForSignedIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const USER = 'enrolled@example.com';

let simulator: Simulator;
let driven: DrivenBrowser;
beforeAll(async () => {
  simulator = await startSimulator({ config: { flow: 'G1', mfa: 'none' } });
  driven = await launch({ simulator });
  await prepareVault(driven, [enrolledAccount(simulator, USER)]);
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
});

/** A prompt that keeps nothing a script puts into it. */
const STUBBORN = `<form><h1>Two-factor authentication</h1>
  <label>6-digit code of your authenticator app <input name="code" maxlength="6"></label>
  <button type="button">Submit</button></form>`;

test('a page that keeps no code gets a button to copy it, and the clipboard is cleared in time', async () => {
  const page = await driven.newPage();
  await signIn(page, USER, PORTAL);
  await waitForSignedIn(page);
  const session = await page.createCDPSession();
  await session.send('Browser.grantPermissions', {
    origin: new URL(PORTAL).origin,
    permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
  });
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
    const field = document.querySelector('input');
    field?.addEventListener('input', () => {
      field.value = '';
    });
  }, STUBBORN);
  const copy = { role: 'button', name: /^Copy \d{6}$/ } as const;
  const digits = (await waitForControl(page, copy, 60_000)).name.replace(/\D/g, '');
  const onClipboard = async (): Promise<string> => {
    await page.bringToFront();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await until('the code on the clipboard', async () => {
    await clickControl(page, copy);
    return (await onClipboard()) === digits ? true : undefined;
  });
  // The browser lets no alarm of an extension ring before 30 s.
  await until(
    'the code to be gone from the clipboard',
    async () => ((await onClipboard()).trim() === '' ? true : undefined),
    90_000,
  );
  expect(await page.$eval('input', (field) => field.value)).toBe('');
});
