import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { codeForCounter } from '../../../lib/otp/code.ts';
import type { Driven } from '../driver/driven.ts';
import { launch, newProfileDirectory } from '../driver/launch.ts';
import { askAsOwnPage, PASSPHRASE, replyOf } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { stateOf } from '../vault/own-page.ts';
import { saveWithoutEnd } from './save-without-end.ts';

/** What the page was told is saved: by account id, which account it is and its last change. */
export interface Kept {
  readonly serial: number;
  change: number;
}

/** One line of the page's diary: an answer it has received. */
export type Acknowledged =
  | { readonly did: 'add'; readonly id: string; readonly serial: number }
  | { readonly did: 'change'; readonly id: string; readonly change: number }
  | { readonly did: 'delete'; readonly id: string };

export interface SaveLoopResult {
  kills: number;
  /** Saves the page was told of. */
  acknowledged: number;
  /** What was not whole, or not there, after a kill; empty is what we promise. */
  readonly torn: string[];
  readonly lost: string[];
}

/** The secret of the account of that number, so that a code proves which one was kept. */
function secretOf(serial: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha1').update(`account ${serial}`).digest());
}

function write(kept: Map<string, Kept>, line: Acknowledged): void {
  if (line.did === 'add') kept.set(line.id, { serial: line.serial, change: 0 });
  if (line.did === 'delete') kept.delete(line.id);
  const known = kept.get(line.id);
  if (line.did === 'change' && known) known.change = line.change;
}

interface Row {
  readonly account: { readonly id: string; readonly label: string };
  readonly code: { readonly digits: string; readonly counter: number };
}

/**
 * Holds the vault against the diary. The page may have died before it heard
 * of its last save, so the vault may be one step ahead (also with the deletion
 * of the oldest account, which is always the next to go), never behind.
 */
async function compare(
  page: Page,
  kept: ReadonlyMap<string, Kept>,
): Promise<{
  readonly torn: string[];
  readonly lost: string[];
  readonly found: Map<string, Kept>;
}> {
  const torn: string[] = [];
  const lost: string[] = [];
  const found = new Map<string, Kept>();
  const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as { id: string }[];
  const ids = accounts.map(({ id }) => id);
  const rows = (await askAsOwnPage(page, 'codes', { ids })) as Row[];
  if (rows.length !== ids.length) torn.push(`${ids.length - rows.length} records unreadable`);
  for (const { account, code } of rows) {
    const [serial = NaN, change = NaN] = account.label.split('.').map(Number);
    const key = {
      type: 'totp',
      secret: secretOf(serial),
      algorithm: 'SHA-1',
      digits: 6,
      periodSeconds: 30,
    } as const;
    const right = codeForCounter(key, code.counter).digits === code.digits;
    if (!right) torn.push(`${account.label} gives the code of another secret`);
    found.set(account.id, { serial, change });
  }
  for (const [index, [id, { serial, change }]] of [...kept].entries()) {
    const after = found.get(id);
    if (!after && index > 0) lost.push(`${serial} (${index} of ${kept.size}, ${found.size} found)`);
    else if (after && after.change < change) lost.push(`${serial}.${change}`);
  }
  const state = (await askAsOwnPage(page, 'vaultState', {})) as Record<string, unknown>;
  if (state['state'] !== 'open' || state['quarantined'] !== 0) torn.push(JSON.stringify(state));
  return { torn, lost, found };
}

/** A browser that can be killed, in whose profile the next one starts. */
export interface KilledBrowser extends Pick<Driven, 'openOwn' | 'close'> {
  kill(): Promise<void>;
}

/** `kills` times: saves without end, kill -9 at a random moment, start again, compare. */
export async function runSaveLoop(
  kills: number,
  random: () => number,
  report: (result: SaveLoopResult) => void = () => undefined,
  start: (profileDirectory: string) => Promise<KilledBrowser> = (profileDirectory) =>
    launch({ profileDirectory }),
): Promise<SaveLoopResult> {
  const profileDirectory = await newProfileDirectory();
  let kept = new Map<string, Kept>();
  let recoveryCode = '';
  let nextSerial = 0;
  const result: SaveLoopResult = { kills: 0, acknowledged: 0, torn: [], lost: [] };
  try {
    // The round after the last kill only looks.
    for (let round = 0; round <= kills; round++) {
      const driven = await start(profileDirectory);
      try {
        const page = await driven.openOwn('options.html');
        if (round === 0) {
          const created = await askAsOwnPage(page, 'createVault', {
            kind: 'passphrase',
            passphrase: PASSPHRASE,
          });
          ({ recoveryCode } = created as { recoveryCode: string });
        } else {
          const unlocked = await replyOf(page, 'unlock', { kind: 'recovery-code', recoveryCode });
          if (!unlocked.ok || (await stateOf(page)) !== 'open') {
            result.torn.push(`kill ${round}: ${unlocked.code ?? ''} ${await stateOf(page)}`);
            return result;
          }
          const { torn, lost, found } = await compare(page, kept);
          result.torn.push(...torn.map((line) => `kill ${round}: ${line}`));
          result.lost.push(...lost.map((line) => `kill ${round}: ${line}`));
          kept = found;
        }
        if (round === kills) break;
        let heard = 0;
        const diary = kept;
        await page.exposeFunction('writeDown', (line: Acknowledged) => {
          heard += 1;
          write(diary, line);
        });
        const secrets = Array.from({ length: 200 }, (_, index) =>
          encodeBase32(secretOf(nextSerial + index)),
        );
        // Rejects when the browser dies: a save that is refused is the other end it may have.
        void page
          .evaluate(saveWithoutEnd, { known: [...kept.keys()], firstSerial: nextSerial, secrets })
          .catch((thrown: unknown) => {
            if (String(thrown).includes('was refused')) result.torn.push(String(thrown));
          });
        await until('the first save', () => (heard > 0 ? heard : undefined), 60_000);
        await new Promise((resolve) => setTimeout(resolve, random() * 500));
        await driven.kill();
        const serials = [...kept.values()].map(({ serial }) => serial);
        // One may have been added without a word of it.
        nextSerial = Math.max(nextSerial, ...serials) + 2;
        result.kills = round + 1;
        result.acknowledged += heard;
        report(result);
      } finally {
        await driven.close();
      }
    }
    return result;
  } finally {
    await rm(profileDirectory, { recursive: true, force: true });
  }
}
