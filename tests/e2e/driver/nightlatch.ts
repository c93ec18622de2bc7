/** What a user does in Nightlatch's own windows, by the words on its screens. */
import type { Page } from 'puppeteer-core';
import type { PluralKey } from '../../../lib/language/messages.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { clickControl, isShown, typeIntoControl, waitForText } from './controls.ts';
import type { Driven } from './driven.ts';
import { until } from './until.ts';

export const PASSPHRASE = 'correct horse battery staple lamp';

/** The English words of a key, as they stand on screen when nothing is to be filled in. */
export function english(key: keyof typeof messages): string {
  return messages[key].message;
}

/** The English words of a count, as they stand on screen. */
export function counted(key: PluralKey, count: number): string {
  const form = count === 1 ? (`${key}_one` as const) : (`${key}_other` as const);
  return english(form).replace('$1', String(count));
}

function button(key: keyof typeof messages): { readonly role: string; readonly name: string } {
  return { role: 'button', name: english(key) };
}

/** Presses 'Protect'; gives the text of the screen with the recovery code. */
export async function pressProtect(window: Page): Promise<string> {
  await clickControl(window, button('unlock_protect'));
  return waitForText(window, english('unlock_recovery_title'));
}

/** In 'Protect your codes': a passphrase, the recovery code kept. Gives the recovery code. */
export async function protectCodes(window: Page, passphrase = PASSPHRASE): Promise<string> {
  const field = (key: keyof typeof messages) => ({ role: 'textbox', name: english(key) });
  await typeIntoControl(window, field('unlock_new_passphrase'), passphrase);
  await pressProtect(window);
  const recoveryCode = await window.$eval('.recovery-code', (node) => node.textContent ?? '');
  await clickControl(window, { role: 'checkbox', name: english('unlock_recovery_kept') });
  await clickControl(window, button('unlock_recovery_done'));
  return recoveryCode.trim();
}

/** In the unlock window or the locked popup. */
export async function unlock(window: Page, passphrase = PASSPHRASE): Promise<void> {
  const field = { role: 'textbox', name: english('unlock_passphrase') };
  await typeIntoControl(window, field, passphrase);
  await clickControl(window, button('unlock_open'));
}

/**
 * Presses a button of the in-page card until the card takes it: a press before
 * the card was surely seen is refused, and the card asks to press again.
 */
export async function clickCard(page: Page, key: keyof typeof messages): Promise<void> {
  const isGone = async (): Promise<true | undefined> =>
    (await isShown(page, button(key))) ? undefined : true;
  await clickControl(page, button(key));
  await until(`the card to take the press on ${english(key)}`, async () => {
    const gone = await until('the button to go', isGone, 2_000).catch(() => undefined);
    if (gone) return gone;
    // On a busy machine the press before may be taken only now: then the button goes under this one.
    await clickControl(page, button(key), 2_000).catch(() => undefined);
    return undefined;
  });
}

/**
 * Presses a button of the card or the badge, by its words, until the unlock window is there: a
 * press before the button was surely seen does not count.
 */
export function pressUntilUnlockWindow(
  driven: Driven,
  page: Page,
  key: keyof typeof messages,
): Promise<Page> {
  return until('the unlock window', async () => {
    await page.bringToFront();
    await clickControl(page, button(key), 3_000).catch(() => undefined);
    return driven.waitForWindow('unlock.html', 3_000).catch(() => undefined);
  });
}

/** In the popup, opens the menu of a row, named 'issuer, label', and chooses from it. */
export async function chooseInRowMenu(
  popup: Page,
  account: string,
  key: keyof typeof messages,
): Promise<void> {
  const name = english('codes_more_name').replace('$1', account);
  await clickControl(popup, { role: 'button', name });
  await clickControl(popup, { role: 'menuitem', name: english(key) });
}

export interface OwnReply {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly code?: string;
}

/** The background's reply to one of our own pages, as it crosses the wire, refusals included. */
export function replyOf(ownPage: Page, name: string, ask: unknown): Promise<OwnReply> {
  return ownPage.evaluate((message) => chrome.runtime.sendMessage<unknown, OwnReply>(message), {
    table: 'own',
    name,
    ask,
  });
}

/** Asks the background as one of our own pages does; for preparing a state, not for proving the way to it. */
export async function askAsOwnPage(ownPage: Page, name: string, ask: unknown): Promise<unknown> {
  const reply = await replyOf(ownPage, name, ask);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.code ?? ''}`);
  return reply.value;
}

export interface TypedSecret {
  readonly issuer: string;
  readonly label: string;
  /** base32 */
  readonly secret: string;
}

/** Adds an account without the screens; gives its id. */
export async function addAccount(ownPage: Page, account: TypedSecret): Promise<string> {
  const { issuer, label } = account;
  const typed = { ...account, type: 'totp', algorithm: 'SHA-1', digits: 6, periodSeconds: 30 };
  const { scanId } = (await askAsOwnPage(ownPage, 'readTyped', typed)) as {
    scanId: string;
  };
  const saved = await askAsOwnPage(ownPage, 'saveScan', { scanId, issuer, label });
  return (saved as { id: string }).id;
}

/** Empties the vault: the next account of the same name is a new one. */
export async function forgetAccounts(own: Page): Promise<void> {
  const accounts = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as readonly {
    readonly id: string;
  }[];
  for (const { id } of accounts) {
    await askAsOwnPage(own, 'accountBin', { id });
    await askAsOwnPage(own, 'accountDelete', { id });
  }
}

/** A vault with these accounts, open; the screens are left out. */
export async function prepareVault(
  driven: Driven,
  accounts: readonly TypedSecret[],
): Promise<void> {
  const page = await driven.openOwn('options.html');
  await askAsOwnPage(page, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
  // As the user says of the recovery code on the screen that shows it.
  await askAsOwnPage(page, 'healthNote', { recovery: 'kept' });
  for (const account of accounts) await addAccount(page, account);
  await page.close();
}

/** Locks without the screens. */
export async function lockVault(driven: Driven): Promise<void> {
  const page = await driven.openOwn('options.html');
  await askAsOwnPage(page, 'lock', {});
  await page.close();
}
