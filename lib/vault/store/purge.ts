import { BIN_DAYS } from '../../limits.ts';
import type { VaultStore } from './vault-store.ts';

const DAY_MS = 24 * 60 * 60_000;
const BIN_MS = BIN_DAYS * DAY_MS;
/** Long enough for a browser that was away to learn of the deletion. */
const TOMBSTONE_MS = 180 * DAY_MS;

/** Deletes what has lain in the bin for 30 days, and forgets what was deleted 180 days ago. */
export async function purge(store: VaultStore, nowMs: number): Promise<void> {
  const gone = await store.write(async ({ contents }, { deleted, forgotten }) => {
    for (const [id, { view }] of contents.index) {
      if (view.binnedMs !== undefined && nowMs - view.binnedMs > BIN_MS) deleted.add(id);
    }
    for (const [id, { deletedMs }] of contents.manifest.entries) {
      if (deletedMs !== undefined && nowMs - deletedMs > TOMBSTONE_MS) forgotten.add(id);
    }
    return [...forgotten];
  });
  await store.reader.remove(gone);
}
