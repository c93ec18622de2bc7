/** A policy that forbids the just-in-time compiler (DefaultJavaScriptJitSetting 2) takes WebAssembly away, too. */
import { expect, test } from 'vitest';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch } from '../driver/launch.ts';
import { english, PASSPHRASE } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';

test('without WebAssembly the screen says who turned it off and what to ask for', async () => {
  // What the policy does; the policy itself would hold for every browser of this computer.
  const driven = await launch({ args: ['--js-flags=--jitless'] });
  const page = await driven.openOwn('unlock.html');
  expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined');
  const field = { role: 'textbox', name: english('unlock_new_passphrase') };
  await typeIntoControl(page, field, PASSPHRASE);
  // The passphrase's strength is told a moment after the last key, and moves the button.
  const said = await until('an answer to the press', async () => {
    const protect = { role: 'button', name: english('unlock_protect') };
    await clickControl(page, protect, 3_000).catch(() => undefined);
    return waitForText(page, english('error_webassembly_off'), 5_000).catch(() => undefined);
  });
  expect(said).toContain('administrator');
  expect(said).toContain('DefaultJavaScriptJitSetting');
  await driven.close();
});
