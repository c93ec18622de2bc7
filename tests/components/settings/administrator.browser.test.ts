/** The settings say what an administrator has set, in the section it belongs to. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function readLines(hash: string, administrator: 'set' | 'none'): Promise<readonly string[]> {
  page = await show({
    screen: 'options',
    hash,
    size: { width: 1000, height: 700 },
    state: { administrator },
  });
  return page.$$eval('main .note:has(h2) li', (lines) =>
    lines.map((line) => line.textContent ?? ''),
  );
}

test.each([
  [
    'security',
    [
      'Nightlatch locks after at most 30 minutes.',
      'Accounts cannot be kept unlocked on this computer.',
      'New passphrases must be very hard to guess.',
      'A passkey is required.',
    ],
  ],
  [
    'sites',
    [
      'Codes may be filled on https://nvr.example.com:8443 and https://vms.example.com.',
      'You cannot add other sites.',
    ],
  ],
  [
    'transfer',
    [
      'Export to other apps is turned off.',
      'You can export only these types: Aegis file with a passphrase and QR codes for Google Authenticator.',
      'Import from other apps is turned off.',
      'You can import only from Aegis and 2FAS.',
    ],
  ],
  ['backup', ['Backup reminders are turned off.']],
  [
    'help',
    [
      'These settings have errors and are ignored: lockMinutes and allowAll. Tell your administrator.',
      'Contact your administrator',
    ],
  ],
  ['appearance', ['Nightlatch speaks English.']],
])('#%s', async (hash, lines) => {
  expect(await readLines(hash, 'set')).toEqual(lines);
});

test('the address for support is a link', async () => {
  await readLines('help', 'set');
  const address = await page.$eval('main .note a', (link) => link.getAttribute('href'));
  expect(address).toBe('mailto:help@example.com');
});

test('without a policy no section speaks of an administrator', async () => {
  expect(await readLines('security', 'none')).toEqual([]);
  expect(await page.$eval('main', (main) => main.textContent)).not.toContain('administrator');
});
