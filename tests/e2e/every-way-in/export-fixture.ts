import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import { clickControl, typeIntoControl, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, counted, english, PASSPHRASE } from '../driver/nightlatch.ts';

/** One account of every kind, as links of three. */
export const LINKS = [
  'otpauth://totp/TP-Link:maria%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link',
  'otpauth://totp/Harbour:gate?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Harbour&algorithm=SHA256&digits=8&period=60',
  'otpauth://hotp/Counter:ann?secret=GEZDGNBVGY3TQOJQ&issuer=Counter&counter=7',
  'otpauth://steam/Steam:gabe?secret=JBSWY3DPEHPK3PXP&issuer=Steam',
];

const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

/** Saves them without the screens, and binds the first two to a tag. */
export async function addKinds(own: Page): Promise<void> {
  for (const [at, uri] of LINKS.entries()) {
    const { scanId, issuer, label } = (await askAsOwnPage(own, 'readUri', { uri })) as {
      readonly scanId: string;
      readonly issuer: string;
      readonly label: string;
    };
    const { id } = (await askAsOwnPage(own, 'saveScan', { scanId, issuer, label })) as {
      readonly id: string;
    };
    if (at < 2) await askAsOwnPage(own, 'accountChange', { id, change: { tags: ['North'] } });
  }
}

type FormKey =
  | 'export_form_aegis_encrypted'
  | 'export_form_aegis'
  | 'export_form_otpauth'
  | 'export_form_google'
  | 'export_form_sheet'
  | 'export_form_backup';

export async function chooseForm(page: Page, key: FormKey): Promise<void> {
  const name = `${english(key)} ${english(`${key}_hint`)}`;
  await clickControl(page, { role: 'radio', name });
}

/** Presses the button that counts the accounts; `count` is part of what is proven. */
export async function startExport(page: Page, count: number): Promise<void> {
  await clickControl(page, { role: 'button', name: counted('export_start', count) });
}

/** Once wrong, which is refused, and once right. */
export async function prove(page: Page): Promise<void> {
  const field = { role: 'textbox', name: english('unlock_passphrase') };
  await typeIntoControl(page, field, 'not the passphrase');
  await clickControl(page, button('ui_confirm'));
  const isRefused = await page.waitForSelector('dialog [aria-invalid=true]');
  expect(isRefused).not.toBeNull();
  await page.$eval('dialog input[type=password]', (input) => {
    input.focus();
    input.select();
  });
  await page.keyboard.type(PASSPHRASE);
  await clickControl(page, button('ui_confirm'));
}

export async function openExport(page: Page): Promise<void> {
  await waitForControl(page, { role: 'heading', name: english('export_title') });
}
