import { FAILED_ATTEMPTS } from '../format/item-names.ts';
import { findCount, findFields, findJson } from '../format/parse.ts';
import type { VaultPorts } from '../store/ports.ts';

const FREE_ATTEMPTS = 5;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/**
 * [Note: The delay after wrong passphrases] It works against someone at the
 * keyboard, not against a copy of the profile (that is what Argon2id is for).
 * An attempt is counted before its passphrase is tried, so that closing the
 * browser in the middle gives none for free. The count lies in the record
 * store, in clear. Where that cannot be written, the count is kept in the
 * session memory: damage on the disk must not lock out who knows the passphrase.
 */
interface FailedAttempts {
  readonly count: number;
  readonly lastMs: number;
}

function findAttempts(value: unknown): FailedAttempts | undefined {
  const fields = findFields(findJson(value));
  const count = findCount(fields?.get('count'));
  const lastMs = findCount(fields?.get('lastMs'));
  return count === undefined || lastMs === undefined ? undefined : { count, lastMs };
}

/** The higher of the two counts. */
async function readFailedAttempts({
  records,
  sessionMemory,
}: VaultPorts): Promise<FailedAttempts | undefined> {
  const [stored, remembered] = await Promise.all([
    records.get([FAILED_ATTEMPTS]),
    sessionMemory.get(FAILED_ATTEMPTS),
  ]);
  const onDisk = findAttempts(stored[FAILED_ATTEMPTS]);
  const inMemory = findAttempts(remembered);
  if (!onDisk || !inMemory) return onDisk ?? inMemory;
  return onDisk.count >= inMemory.count ? onDisk : inMemory;
}

async function writeFailedAttempts(
  { records, sessionMemory }: VaultPorts,
  attempts: FailedAttempts,
): Promise<void> {
  const text = JSON.stringify(attempts);
  try {
    await records.set({ [FAILED_ATTEMPTS]: text });
    await sessionMemory.remove(FAILED_ATTEMPTS);
  } catch {
    await sessionMemory.set(FAILED_ATTEMPTS, text);
  }
}

function delayMs(count: number): number {
  return count < FREE_ATTEMPTS
    ? 0
    : Math.min(FIRST_DELAY_MS * 2 ** Math.min(count - FREE_ATTEMPTS, 16), LONGEST_DELAY_MS);
}

/** Counts an attempt; gives the Unix time before which it may not be made, or undefined. */
export async function countAttempt(ports: VaultPorts): Promise<number | undefined> {
  return ports.exclusive(async () => {
    const attempts = (await readFailedAttempts(ports)) ?? { count: 0, lastMs: 0 };
    const nowMs = ports.nowMs();
    const waitMs = delayMs(attempts.count);
    // A clock that was set back must neither free nor bar the user: the wait starts anew.
    const lastMs = Math.min(attempts.lastMs, nowMs);
    if (waitMs > 0 && nowMs < lastMs + waitMs) {
      if (lastMs !== attempts.lastMs) await writeFailedAttempts(ports, { ...attempts, lastMs });
      return lastMs + waitMs;
    }
    await writeFailedAttempts(ports, { count: attempts.count + 1, lastMs: nowMs });
    return undefined;
  });
}

/** After any success. A count that the disk keeps does no harm to who has just proven a secret. */
export async function clearFailedAttempts(ports: VaultPorts): Promise<void> {
  if (!(await readFailedAttempts(ports))) return;
  await ports.sessionMemory.remove(FAILED_ATTEMPTS);
  await ports.records.remove([FAILED_ATTEMPTS]).catch(() => undefined);
}

/**
 * After a passphrase that opened something else than the vault: its own attempt
 * is taken back, the wrong ones before it stay. Else one's own backup would be a
 * way to try passphrases of the vault without end.
 */
export async function uncountAttempt(ports: VaultPorts): Promise<void> {
  await ports.exclusive(async () => {
    const attempts = await readFailedAttempts(ports);
    if (!attempts) return;
    await writeFailedAttempts(ports, { ...attempts, count: Math.max(attempts.count - 1, 0) });
  });
}
