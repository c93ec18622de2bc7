/** The promise: nothing is replaced that our review has not named, with its sites and what will happen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import {
  clickControl,
  isShown,
  readPageText,
  typeIntoControl,
  waitForControl,
  waitForText,
} from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  english,
  forgetAccounts,
  prepareVault,
} from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';

const LOCAL = 'https://nvr.local:8043';
const ISSUER = { role: 'textbox', name: english('accounts_issuer') } as const;
const LABEL = { role: 'textbox', name: english('accounts_label') } as const;
const REPLACE = { role: 'button', name: english('accounts_replace') } as const;

let driven: DrivenBrowser;
let own: Page;
let popup: Page;
let maria: string;
let karl: string;
beforeAll(async () => {
  driven = await launch();
  await prepareVault(driven, []);
  own = await driven.openOwn('options.html');
});
afterAll(() => driven.close());
beforeEach(async () => {
  await forgetAccounts(own);
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  maria = await addAccount(own, { issuer: 'TP-Link', label: 'maria', secret });
  const other = 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK';
  karl = await addAccount(own, { issuer: 'TP-Link', label: 'karl', secret: other });
  await askAsOwnPage(own, 'accountChange', { id: karl, change: { sites: [LOCAL] } });
  const page = await driven.newPage('about:blank');
  popup = await driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_add') });
  return () => page.close();
});

const KEY = { role: 'textbox', name: english('accounts_secret_or_link') } as const;

/** Under a name that is free: what was typed would be saved at once, and a link is reviewed. */
async function reviewLink(label: string): Promise<void> {
  const link = `otpauth://totp/TP-Link:${label}?secret=NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE&issuer=TP-Link`;
  await typeIntoControl(popup, KEY, link);
  await popup.keyboard.press('Enter');
  await waitForText(popup, english('accounts_review_title'));
}

async function reviewTyped(label: string): Promise<void> {
  await typeIntoControl(popup, KEY, 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE');
  await typeIntoControl(popup, ISSUER, 'TP-Link');
  await typeIntoControl(popup, LABEL, label);
  await popup.keyboard.press('Enter');
  await waitForText(popup, english('accounts_review_title'));
}

/** In the review, over what stands there. */
async function rename(label: string): Promise<void> {
  await popup.$eval('input', (first) => first.scrollIntoView());
  await clickControl(popup, LABEL);
  await popup.keyboard.down('Control');
  await popup.keyboard.press('a');
  await popup.keyboard.up('Control');
  await popup.keyboard.type(label);
}

async function idsIn(bin: 'live' | 'binned'): Promise<readonly string[]> {
  return ((await askAsOwnPage(own, 'accounts', { bin })) as AccountView[]).map(({ id }) => id);
}

test('a typed name that is taken: the account, its sites and what will happen are named', async () => {
  await reviewTyped('karl');
  const text = await waitForText(popup, 'TP-Link · karl');
  expect(text).toContain(english('accounts_filled_on').replace('$1', LOCAL));
  expect(text).toContain(
    `${english('accounts_replace_effect')} ${english('accounts_new_filled_on').replace('$1', 'VIGI VMS Cloud')}`,
  );
  expect(text).toContain(english('accounts_keep_both_effect'));
  await waitForControl(popup, REPLACE);
});

test('changed in the review to a name that is taken, it names that one before anything is saved', async () => {
  await reviewLink('zoe');
  expect(await readPageText(popup)).not.toContain(english('accounts_same_name'));
  await rename('maria');
  await waitForText(popup, 'TP-Link · maria');
  await waitForControl(popup, REPLACE);
  await rename('nobody');
  await until('nothing named any more', async () =>
    (await readPageText(popup)).includes('TP-Link · maria') ? undefined : true,
  );
  expect(await idsIn('live')).toEqual([maria, karl]);
});

test('from one taken name to another: what is replaced is the one that is named, and Undo brings it back', async () => {
  await reviewTyped('maria');
  await waitForText(popup, 'TP-Link · maria');
  await rename('karl');
  await waitForText(popup, 'TP-Link · karl');
  await waitForControl(popup, REPLACE);
  await popup.$eval('.actions', (actions) => actions.scrollIntoView());
  await clickControl(popup, REPLACE);
  await waitForText(popup, english('codes_saved'));
  expect(await idsIn('binned')).toEqual([karl]);
  await clickControl(popup, { role: 'button', name: english('ui_undo') });
  await waitForText(popup, english('codes_restored'));
  expect(await idsIn('live')).toEqual([maria, karl]);
});

test('a key that is saved under another name is kept twice if the user says so, and then there is nothing to save', async () => {
  const review = async (): Promise<void> => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    await typeIntoControl(
      popup,
      KEY,
      `otpauth://totp/TP-Link:gate?secret=${secret}&issuer=TP-Link`,
    );
    await popup.keyboard.press('Enter');
    await waitForText(popup, english('accounts_review_title'));
  };
  await review();
  await waitForText(popup, english('accounts_same_secret_renamed'));
  await clickControl(popup, { role: 'button', name: english('accounts_keep_both') });
  await waitForText(popup, english('codes_saved'));
  expect(await idsIn('live')).toHaveLength(3);

  await clickControl(popup, { role: 'button', name: english('codes_add') });
  await review();
  expect(await waitForText(popup, english('accounts_same_secret'))).toContain('TP-Link · gate');
  for (const key of ['accounts_save', 'accounts_replace', 'accounts_keep_both'] as const)
    expect(await isShown(popup, { role: 'button', name: english(key) })).toBe(false);
  await clickControl(popup, { role: 'button', name: english('ui_close') });
  expect(await idsIn('live')).toHaveLength(3);
});

test('a decision about one account is none about another that has its name by now', async () => {
  const typed = { type: 'totp', issuer: 'TP-Link', label: 'maria', algorithm: 'SHA-1', digits: 6 };
  const { scanId } = (await askAsOwnPage(own, 'readTyped', {
    ...typed,
    secret: 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE',
    periodSeconds: 30,
  })) as { readonly scanId: string };
  const names = { issuer: 'TP-Link', label: 'karl' };
  const save = { scanId, ...names, duplicate: 'replace', replaces: maria };
  await expect(askAsOwnPage(own, 'saveScan', save)).rejects.toThrow('account-duplicate');
  expect(await idsIn('live')).toEqual([maria, karl]);
});
