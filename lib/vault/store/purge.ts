import { BIN_DAYS } from '../../limits.ts';
import type { Contents } from './contents.ts';
import type { VaultStore } from './vault-store.ts';

const DAY_MS = 24 * 60 * 60_000;
const BIN_MS = BIN_DAYS * DAY_MS;
/** Long enough for a browser that was away to learn of the deletion. */
const TOMBSTONE_MS = 180 * DAY_MS;
/** How much later the second reading of the clock has to be. */
const CONFIRMED_MS = DAY_MS;

interface Overdue {
  readonly accounts: readonly string[];
  readonly tombstones: readonly string[];
}

const NONE: Overdue = { accounts: [], tombstones: [] };

function overdueAt({ index, manifest }: Contents, nowMs: number): Overdue {
  const idsOf = (times: Iterable<readonly [string, number | undefined]>, keptMs: number) =>
    [...times].flatMap(([id, atMs]) => (atMs !== undefined && nowMs - atMs > keptMs ? [id] : []));
  const binned = [...index].map(([id, { view }]) => [id, view.binnedMs] as const);
  const deleted = [...manifest.entries].map(([id, { deletedMs }]) => [id, deletedMs] as const);
  return { accounts: idsOf(binned, BIN_MS), tombstones: idsOf(deleted, TOMBSTONE_MS) };
}

function countOf({ accounts, tombstones }: Overdue): number {
  return accounts.length + tombstones.length;
}

/**
 * Deletes what has lain in the bin for 30 days, and forgets what was deleted 180
 * days ago.
 *
 * [Note: Two readings of the clock] A computer's clock may be a month ahead for
 * once, and what is deleted does not come back. So what is overdue is noted at
 * first, and deleted only when it was overdue at a reading of a day before, too.
 * A clock that was set right since says that nothing is overdue, or is earlier
 * than the note: both end the note.
 */
export async function purge(store: VaultStore, nowMs: number): Promise<void> {
  const gone = await store.write(async ({ contents }, batch) => {
    const { overdueSeenMs = 0 } = contents.manifest.notes ?? {};
    const overdue = overdueAt(contents, nowMs);
    const isSeen = overdueSeenMs > 0 && overdueSeenMs <= nowMs;
    if (countOf(overdue) === 0) {
      if (overdueSeenMs > 0) batch.notes = { overdueSeenMs: 0 };
      return [];
    }
    if (isSeen && nowMs - overdueSeenMs < CONFIRMED_MS) return [];
    const confirmed = isSeen ? overdueAt(contents, overdueSeenMs) : NONE;
    for (const id of confirmed.accounts) batch.deleted.add(id);
    for (const id of confirmed.tombstones) batch.forgotten.add(id);
    batch.notes = { overdueSeenMs: countOf(confirmed) < countOf(overdue) ? nowMs : 0 };
    return confirmed.tombstones;
  });
  await store.reader.remove(gone);
}
