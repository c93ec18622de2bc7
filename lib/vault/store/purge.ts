import { BIN_DAYS } from '../../limits.ts';
import type { BinnedAccount } from '../../otp/account.ts';
import { DAY_MS, dayOf, type VaultNotes } from '../format/notes.ts';
import type { Contents } from './contents.ts';
import type { OpenedContents } from './record-reader.ts';
import type { VaultStore } from './vault-store.ts';
import type { WriteBatch } from './write-batch.ts';

/** Long enough for a browser that was away to learn of the deletion. */
const TOMBSTONE_MS = 180 * DAY_MS;

/** How many more days with an unlocking something stays that was deleted at `sinceMs`. */
function daysLeft({ unlockDays = [] }: VaultNotes, sinceMs: number): number {
  return BIN_DAYS - unlockDays.filter((day) => day > dayOf(sinceMs)).length;
}

/** The accounts in the bin, in the order in which they were added. */
export function binnedAccounts({ index, manifest }: Contents): readonly BinnedAccount[] {
  return [...index.values()].flatMap(({ view }) =>
    view.binnedMs === undefined
      ? []
      : [{ ...view, daysLeft: daysLeft(manifest.notes ?? {}, view.binnedMs) }],
  );
}

/**
 * What seems to have been deleted on a day to come, by a clock that was ahead,
 * counts as deleted now: its 30 days would begin with that day only.
 */
async function bringForward(
  store: VaultStore,
  opened: OpenedContents,
  { put }: WriteBatch,
  nowMs: number,
): Promise<void> {
  const ahead = binnedAccounts(opened.contents).filter(
    ({ binnedMs = nowMs }) => dayOf(binnedMs) > dayOf(nowMs),
  );
  const ids = ahead.map(({ id }) => id);
  for (const [id, account] of await store.readWithin(opened, ids)) {
    put.set(id, { ...account, secret: account.secret.slice(), binnedMs: nowMs });
  }
}

/**
 * Deletes what has lain in the bin for 30 days, and forgets what was deleted 180
 * days ago.
 *
 * [Note: Days that were lived through] A computer's clock may be wrong by
 * months, and for weeks, and what is deleted does not come back. So a day counts
 * only if the vault was unlocked on it: a clock that jumps ahead adds one day,
 * however far it jumps, and one that is set back takes back the days that it
 * had been ahead.
 */
export async function purge(store: VaultStore, nowMs: number): Promise<void> {
  const gone = await store.write(async (opened, batch) => {
    const { contents } = opened;
    const { notes = {}, entries } = contents.manifest;
    const { unlockDays = [] } = notes;
    const binned = binnedAccounts(contents);
    const tombstones = [...entries].filter(
      ([, { deletedMs }]) => deletedMs !== undefined && nowMs - deletedMs > TOMBSTONE_MS,
    );
    if (binned.length + tombstones.length === 0) {
      if (unlockDays.length > 0) batch.notes = { unlockDays: [] };
      return [];
    }
    const today = dayOf(nowMs);
    const lived = [...unlockDays.filter((day) => day < today), today].slice(-BIN_DAYS);
    const isOver = (sinceMs: number): boolean => daysLeft({ unlockDays: lived }, sinceMs) <= 0;
    const forgotten = tombstones.flatMap(([id, { deletedMs = nowMs }]) =>
      isOver(deletedMs) ? [id] : [],
    );
    for (const { id, binnedMs = nowMs } of binned) if (isOver(binnedMs)) batch.deleted.add(id);
    for (const id of forgotten) batch.forgotten.add(id);
    await bringForward(store, opened, batch, nowMs);
    if (unlockDays.at(-1) !== today) batch.notes = { unlockDays: lived };
    return forgotten;
  });
  await store.reader.remove(gone);
}
