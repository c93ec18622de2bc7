import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { decodeBase32 } from '../../../lib/otp/base32.ts';
import { codeForCounter } from '../../../lib/otp/code.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, english, unlock, replyOf } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { ACCOUNTS, byPassphrase, flip, prepare, secretOf, type Prepared } from './flip-profile.ts';

export interface FlipResult {
  flips: number;
  /** After how many the passphrase opened the vault and gave codes. */
  opened: number;
  /** After how many a backup was restored, or the user started over. */
  repaired: number;
  /** Accounts whose codes could not be read, over all flips. */
  unreadable: number;
  readonly wrong: string[];
}

const next = { kind: 'passphrase', passphrase: 'another four words entirely' } as const;

interface View {
  readonly state: string;
  readonly access: string;
}

async function stateOf(page: Page): Promise<View> {
  return (await askAsOwnPage(page, 'vaultState', {})) as View;
}

interface Row {
  readonly account: { readonly id: string; readonly label: string };
  readonly code: { readonly digits: string; readonly counter: number };
}

/** The codes the popup shows. Throws when one is not of its account. */
async function codesOf(page: Page): Promise<readonly Row[]> {
  const view = (await askAsOwnPage(page, 'popupView', { limit: 100 })) as { rows: Row[] };
  for (const { account, code } of view.rows) {
    const secret = decodeBase32(secretOf(Number(account.label)));
    const key = { type: 'totp', secret, algorithm: 'SHA-1', digits: 6, periodSeconds: 30 } as const;
    const right = codeForCounter(key, code.counter).digits === code.digits;
    if (!right) throw new Error(`${account.label} gives the code of another secret`);
  }
  return view.rows;
}

function textOf(window: Page): Promise<string> {
  // It closes itself once the vault is open.
  return window.evaluate(() => document.querySelector('main')?.innerText ?? '').catch(() => '');
}

/** What the unlock window shows first; never a first run, never that something could not be saved. */
async function firstViewOf(window: Page): Promise<string> {
  const text = await until('a view', async () => (await textOf(window)) || undefined);
  for (const key of ['unlock_protect', 'error_storage_failed', 'error_unexpected'] as const) {
    if (text.includes(english(key))) throw new Error(`the window says: ${english(key)}`);
  }
  return text;
}

/** Unlocks as a person does; what the vault is afterwards. */
async function unlockIn(window: Page, page: Page): Promise<View> {
  await unlock(window);
  return until('the vault to be open, or a word', async () => {
    const now = await stateOf(page);
    if (now.access !== 'none') return now;
    const text = await textOf(window);
    if (text.includes(english('error_storage_failed'))) throw new Error('it could not save');
    // It may have become open meanwhile, and damaged: then it is read, and repaired.
    return text.includes(english('error_vault_damaged')) ? stateOf(page) : undefined;
  });
}

/** Codes are there; the vault can be made one that saves, and saves. */
async function useOpened(page: Page, result: FlipResult): Promise<void> {
  const rows = await codesOf(page);
  result.unreadable += ACCOUNTS - rows.length;
  const { state } = await stateOf(page);
  if (state === 'damaged') await askAsOwnPage(page, 'repairKeepReadable', {});
  if (state === 'older') await askAsOwnPage(page, 'repairAcceptOlder', {});
  const now = await stateOf(page);
  if (now.state !== 'open') throw new Error(`repaired, the vault is ${now.state}`);
  const [row] = rows;
  if (row) {
    const ask = { id: row.account.id, change: { note: 'after the flip' } };
    await askAsOwnPage(page, 'accountChange', ask);
  }
  await addAccount(page, { issuer: 'New', label: 'after', secret: 'GEZDGNBVGY3TQOJQGEZDGNBV' });
  await askAsOwnPage(page, 'lock', {});
  const again = await replyOf(page, 'unlock', byPassphrase);
  if (!again.ok) throw new Error(`locked again, it does not open: ${again.code ?? ''}`);
}

/** Nothing opens the vault, or nobody: a backup is restored, or an empty vault begins. */
async function repair(
  page: Page,
  { backup, recoveryCode }: Prepared,
  way: 'restore' | 'start-over' | 'archive',
): Promise<void> {
  if (way === 'restore') {
    const proof = { kind: 'recovery-code', recoveryCode };
    await askAsOwnPage(page, 'backupRestore', { text: backup, proof, first: next });
    const { length } = await codesOf(page);
    if (length !== ACCOUNTS) throw new Error(`${length} accounts were restored`);
    return;
  }
  await askAsOwnPage(page, way === 'archive' ? 'vaultArchive' : 'repairStartOver', {});
  const { state } = await stateOf(page);
  if (state !== 'absent') throw new Error(`started over, the vault is ${state}`);
  await askAsOwnPage(page, 'createVault', next);
  await addAccount(page, { issuer: 'VIGI', label: '0', secret: secretOf(0) });
  if ((await codesOf(page)).length !== 1) throw new Error('the new vault gives no code');
}

async function lookAt(
  driven: DrivenBrowser,
  prepared: Prepared,
  random: () => number,
  result: FlipResult,
): Promise<void> {
  const page = await driven.openOwn('options.html');
  const window = await driven.openOwn('unlock.html');
  await window.bringToFront();
  await firstViewOf(window);
  const first = await stateOf(page);
  // Whoever has lost every secret of a vault that is well begins anew.
  if (first.state === 'locked' && random() < 0.2) {
    await repair(page, prepared, 'archive');
    result.repaired += 1;
    return;
  }
  const opened = first.state === 'locked' ? await unlockIn(window, page) : first;
  if (opened.access !== 'none' && (await codesOf(page)).length > 0) {
    await useOpened(page, result);
    result.opened += 1;
    return;
  }
  if (opened.state === 'locked' || opened.state === 'absent') throw new Error(opened.state);
  await repair(page, prepared, random() < 0.5 ? 'restore' : 'start-over');
  result.repaired += 1;
}

/**
 * `flips` times: flips one bit anywhere in the files that hold the vault, and
 * looks whether the codes are reachable, or the window has a way on that works.
 */
export async function runFlips(
  flips: number,
  random: () => number,
  report: (result: FlipResult, line: string) => void = () => undefined,
): Promise<FlipResult> {
  const result: FlipResult = { flips: 0, opened: 0, repaired: 0, unreadable: 0, wrong: [] };
  const prepared = await prepare();
  const { profileDirectory, untouched } = prepared;
  try {
    while (result.flips < flips) {
      const where = await flip(prepared, random);
      const driven = await launch({ profileDirectory });
      try {
        await lookAt(driven, prepared, random, result);
      } catch (thrown) {
        result.wrong.push(`${where}: ${String(thrown).slice(0, 300)}`);
      } finally {
        await driven.close();
      }
      result.flips += 1;
      report(result, where);
    }
    return result;
  } finally {
    await rm(profileDirectory, { recursive: true, force: true });
    await rm(untouched, { recursive: true, force: true });
  }
}
