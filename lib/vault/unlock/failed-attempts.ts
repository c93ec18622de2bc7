import { FAILED_ATTEMPTS } from '../format/item-names.ts';
import { findCount, findFields, findJson } from '../format/parse.ts';
import type { VaultPorts } from '../store/ports.ts';

const FREE_ATTEMPTS = 5;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/**
 * [Note: The delay after wrong passphrases] Against someone at the keyboard,
 * not against a copy of the profile (that is what Argon2id is for). A try is
 * counted before it is looked at, so that closing the browser in the middle
 * gives none for free. Lies in the record store, in clear.
 */
interface FailedAttempts {
  readonly count: number;
  readonly lastMs: number;
}

async function readFailedAttempts(ports: VaultPorts): Promise<FailedAttempts | undefined> {
  const { [FAILED_ATTEMPTS]: text } = await ports.records.get([FAILED_ATTEMPTS]);
  const fields = findFields(findJson(text));
  const count = findCount(fields?.get('count'));
  const lastMs = findCount(fields?.get('lastMs'));
  return count === undefined || lastMs === undefined ? undefined : { count, lastMs };
}

async function writeFailedAttempts(ports: VaultPorts, tries: FailedAttempts): Promise<void> {
  await ports.records.set({ [FAILED_ATTEMPTS]: JSON.stringify(tries) });
}

function delayMs(count: number): number {
  return count < FREE_ATTEMPTS
    ? 0
    : Math.min(FIRST_DELAY_MS * 2 ** Math.min(count - FREE_ATTEMPTS, 16), LONGEST_DELAY_MS);
}

/** Counts a try; gives the Unix time before which it may not be made, or undefined. */
export async function countAttempt(ports: VaultPorts): Promise<number | undefined> {
  return ports.exclusive(async () => {
    const tries = (await readFailedAttempts(ports)) ?? { count: 0, lastMs: 0 };
    const nowMs = ports.nowMs();
    const waitMs = delayMs(tries.count);
    // A clock set back must neither free nor bar the user: the wait starts anew.
    const lastMs = Math.min(tries.lastMs, nowMs);
    if (waitMs > 0 && nowMs < lastMs + waitMs) {
      if (lastMs !== tries.lastMs) await writeFailedAttempts(ports, { ...tries, lastMs });
      return lastMs + waitMs;
    }
    await writeFailedAttempts(ports, { count: tries.count + 1, lastMs: nowMs });
    return undefined;
  });
}

/** After any success. */
export async function clearFailedAttempts(ports: VaultPorts): Promise<void> {
  if (await readFailedAttempts(ports)) await ports.records.remove([FAILED_ATTEMPTS]);
}

/**
 * After a passphrase that opened something else than the vault: its own try is
 * taken back, the wrong ones before it stay. Else one's own backup would be a
 * way to try passphrases of the vault without end.
 */
export async function uncountAttempt(ports: VaultPorts): Promise<void> {
  await ports.exclusive(async () => {
    const tries = await readFailedAttempts(ports);
    if (tries) await writeFailedAttempts(ports, { ...tries, count: Math.max(tries.count - 1, 0) });
  });
}
