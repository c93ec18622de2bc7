/** Which keys of an administrator's policy hold in a running browser, asked for and looked at as a user would. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { AdministratorPolicy, ParsedPolicy } from '../../../lib/policy/administrator.ts';
import { clickControl, readPageText, typeIntoControl, waitForText } from '../driver/controls.ts';
import { addAccount, english, PASSPHRASE, protectCodes, replyOf } from '../driver/nightlatch.ts';
import { findTabId } from '../driver/own-windows.ts';
import { until } from '../driver/until.ts';
import { chooseFile } from '../never-lose-a-code/download.ts';

type Key = keyof AdministratorPolicy;
type Held = 'in force' | 'free';

/** A vault can be made under it. */
export const STRICT = {
  sites: ['https://nvr.example.com:8443'],
  allowOtherSites: false,
  lockMinutesMax: 30,
  allowKeepUnlocked: false,
  exportFileTypes: ['aegis-encrypted'],
  importFileTypes: ['2FAS'],
  passphraseStrengthMin: 4,
  backupReminder: false,
  supportAddress: 'mailto:help@example.com',
  language: 'en',
} as const satisfies AdministratorPolicy;

/** What goes beyond it. */
export const CLOSED = {
  allowExport: false,
  allowImport: false,
  requirePasskey: true,
} as const satisfies AdministratorPolicy;

/** Of every key a value that must not hold: of another type, or beyond what is allowed. */
export const MALFORMED: Readonly<Record<keyof typeof STRICT | keyof typeof CLOSED, unknown>> = {
  sites: ['nvr.example.com'],
  allowOtherSites: 'no',
  lockMinutesMax: 0,
  allowKeepUnlocked: 'no',
  exportFileTypes: 'aegis-encrypted',
  importFileTypes: [''],
  passphraseStrengthMin: 7,
  backupReminder: 'never',
  supportAddress: 'javascript:alert(1)',
  language: 'tlh',
  allowExport: 'no',
  allowImport: 'no',
  requirePasskey: 'yes',
};

/** Hard to guess, but not very hard: level 3 of lib/strength. */
const MIDDLING = 'plum tractor 91';

export interface PolicedBrowser {
  readonly openOwn: (file: string) => Promise<Page>;
  /** The address of a tab that Nightlatch may see. */
  readonly tabUrl: string;
}

const proof = { kind: 'passphrase', passphrase: PASSPHRASE };
const aegis = {
  app: 'Aegis',
  entries: [{ kind: 'refused', reason: 'damaged', issuer: '', label: '' }],
};

/** Waits until the background has a policy, be it one of which it refuses every key. */
export async function waitForPolicy({ openOwn }: PolicedBrowser): Promise<void> {
  const own = await openOwn('options.html');
  await until('a policy', async () => {
    const { value } = await replyOf(own, 'administrator', {});
    const { policy, refused } = value as ParsedPolicy;
    return Object.keys(policy).length + refused.length > 0 ? true : undefined;
  });
  await own.close();
}

/** Whether the background refuses this in the administrator's name. */
async function isForbidden(own: Page, name: string, ask: unknown): Promise<Held> {
  const { code } = await replyOf(own, name, ask);
  return code === 'administrator-forbids' ? 'in force' : 'free';
}

/** Tries a middling passphrase on the screen, and then leaves behind a vault with a good one. */
async function passphraseStrength({ openOwn }: PolicedBrowser): Promise<Held> {
  const window = await openOwn('unlock.html');
  await window.bringToFront();
  const field = { role: 'textbox', name: english('unlock_new_passphrase') };
  await typeIntoControl(window, field, MIDDLING);
  const held = await until('what becomes of a middling passphrase', async () => {
    const text = await readPageText(window);
    if (text.includes(english('error_passphrase_too_weak'))) return 'in force' as const;
    if (text.includes(english('unlock_recovery_title'))) return 'free' as const;
    await clickControl(window, { role: 'button', name: english('unlock_protect') }, 2_000).catch(
      () => undefined,
    );
    return undefined;
  });
  if (held === 'free') await window.close();
  else await protectCodes(window);
  return held;
}

async function backupReminder(own: Page): Promise<Held> {
  await addAccount(own, { issuer: 'TP-Link', label: 'a', secret: 'GEZDGNBVGY3TQOJQ' });
  const { value } = await replyOf(own, 'health', {});
  const { lines } = value as { readonly lines: readonly { topic: string; verdict: string }[] };
  return lines.find(({ topic }) => topic === 'backup')?.verdict === 'advice' ? 'in force' : 'free';
}

/** The settings, once they have drawn a section: with it they say what the administrator has set. */
async function openSettings({ openOwn }: PolicedBrowser, hash = ''): Promise<Page> {
  const page = await openOwn(`options.html${hash}`);
  await until('a section of the settings', async () =>
    (await page.evaluate(() => document.querySelector('#app main') !== null)) ? true : undefined,
  );
  return page;
}

/** What a section of the settings says, and where its links lead. */
async function readSection(browser: PolicedBrowser, hash: string): Promise<string> {
  const page = await openSettings(browser, hash);
  const text = await readPageText(page);
  const links = await page.$$eval('a', (all) => all.map((link) => link.getAttribute('href')));
  await page.close();
  return [text, ...links].join(' ');
}

/** Every key that STRICT has, and whether it holds. Makes a vault. */
async function strictKeysInForce(browser: PolicedBrowser): Promise<HeldKeys['obeyed']> {
  const passphraseStrengthMin = await passphraseStrength(browser);
  const own = await openSettings(browser);
  const tabId = await findTabId(own, browser.tabUrl);
  const forbids = (name: string, ask: unknown): Promise<Held> => isForbidden(own, name, ask);
  const help = await readSection(browser, '#help');
  const held = {
    sites: await forbids('siteRevoke', { siteId: STRICT.sites[0] }),
    allowOtherSites: await forbids('siteWant', { tabId }),
    lockMinutesMax: await forbids('lockMinutes', { minutes: 31 }),
    allowKeepUnlocked: await forbids('keepUnlocked', { proof }),
    exportFileTypes: await forbids('exportFile', { form: 'aegis', ids: ['AAAAAAAAAAA'], proof }),
    importFileTypes: await forbids('importPreview', { files: [aegis] }),
    passphraseStrengthMin,
    backupReminder: await backupReminder(own),
    supportAddress: help.includes(STRICT.supportAddress) ? ('in force' as const) : 'free',
    language:
      (await own.evaluate(() => document.documentElement.lang)) === 'en' ? 'in force' : 'free',
  } satisfies Record<keyof typeof STRICT, Held>;
  await own.close();
  return held;
}

/** Every key that CLOSED has, and whether it holds. */
async function closedKeysInForce(browser: PolicedBrowser): Promise<HeldKeys['obeyed']> {
  const own = await browser.openOwn('options.html');
  const held = {
    allowExport: await isForbidden(own, 'qrWindow', { id: 'AAAAAAAAAAA' }),
    allowImport: await isForbidden(own, 'importPreview', { files: [] }),
    requirePasskey: await isForbidden(own, 'createVault', proof),
  } satisfies Record<keyof typeof CLOSED, Held>;
  await own.close();
  return held;
}

/** What the settings say of keys that are refused, named as in the policy. */
async function refusedKeys(browser: PolicedBrowser): Promise<readonly Key[]> {
  const words = await readSection(browser, '#help');
  const [before = ''] = english('administrator_refused').split('$1');
  const [, told = ''] = words.split(before);
  const [names = ''] = told.split('. ');
  return (Object.keys(MALFORMED) as Key[]).filter((key) => names.split(/\W+/u).includes(key));
}

/** Leaves a backup of the vault, whose passphrase is a middling one, in a file. */
async function backUp({ openOwn }: PolicedBrowser, file: string): Promise<void> {
  const own = await openOwn('options.html');
  const { value } = await replyOf(own, 'backupMake', {});
  await writeFile(file, (value as { readonly text: string }).text);
  await own.close();
}

/** Restores it on a computer without a vault: whether another passphrase is asked for. */
async function restoredStrength({ openOwn }: PolicedBrowser, file: string): Promise<Held> {
  const window = await openOwn('unlock.html');
  await window.bringToFront();
  await chooseFile(window, file);
  await waitForText(window, english('backup_secret'));
  const field = { role: 'textbox', name: english('unlock_passphrase') };
  await typeIntoControl(window, field, MIDDLING);
  await clickControl(window, { role: 'button', name: english('backup_secret_submit') });
  await clickControl(window, { role: 'button', name: english('restore_go_on') });
  const held = await until('what becomes of its passphrase', async () => {
    const text = await readPageText(window);
    if (text.includes(english('error_passphrase_too_weak'))) return 'in force' as const;
    return text.includes(english('unlock_recovery_title')) ? ('free' as const) : undefined;
  });
  await window.close();
  return held;
}

/** What holds in a browser under each of the policies above. */
export interface HeldKeys {
  /** Whether a backup's passphrase is measured, too, before a vault is made under it. */
  readonly restored: Held;
  /** Under STRICT and CLOSED. */
  readonly obeyed: Readonly<Record<string, Held>>;
  readonly malformed: Readonly<Record<string, Held>>;
  /** Keys that the settings call refused. */
  readonly refused: { readonly strict: readonly Key[]; readonly malformed: readonly Key[] };
}

/** Tries every key; `under` gives the browser as it is with this policy from its start on. */
export async function readHeldKeys(
  under: (policy: object) => Promise<PolicedBrowser>,
): Promise<HeldKeys> {
  const closed = await closedKeysInForce(await under(CLOSED));
  const malformedBrowser = await under(MALFORMED);
  const free = await strictKeysInForce(malformedBrowser);
  const malformed = { ...free, ...(await closedKeysInForce(malformedBrowser)) };
  const refusedOfMalformed = await refusedKeys(malformedBrowser);
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-backup-'));
  const file = path.join(folder, 'backup.json');
  await backUp(malformedBrowser, file);
  const strictBrowser = await under(STRICT);
  const restored = await restoredStrength(strictBrowser, file);
  await rm(folder, { recursive: true });
  const strict = await strictKeysInForce(strictBrowser);
  return {
    restored,
    obeyed: { ...strict, ...closed },
    malformed,
    refused: { strict: await refusedKeys(strictBrowser), malformed: refusedOfMalformed },
  };
}
