import { AppError } from '../errors.ts';
import { api } from './api.ts';
import { withOwnFiles, withoutOwnFiles } from './own-file-values.ts';

interface KeyLister {
  getKeys?: () => Promise<string[]>;
}

/**
 * [Note: Ballast] Chromium keeps storage.local in LevelDB. A crash in the
 * middle of a write leaves a torn record at the end of its log; the next
 * session writes on behind it, is told that all is well and reads it back,
 * and the session after that finds the torn record and repairs the store
 * without looking at checksums: it takes half of the write that nobody was
 * told of, and drops some that were acknowledged (measured: 3 of 530 kill -9
 * while saving). So the first write of every browser session is one that
 * nobody will miss and that fills the log: LevelDB then puts all it read into
 * a table, begins a new log, and the torn one is deleted.
 */
const BALLAST = 'ballast';
/**
 * BALLAST sorts before all keys of ours and this one after them, so that the
 * table they fill spans every key.
 */
const BALLAST_AFTER = 'zz-ballast';
/**
 * The pieces together are more than LevelDB's write buffer of 4 MiB; each
 * leaves room within storage.local's 10 MiB.
 */
const PIECES = 9;
const PIECE_BYTES = 500_000;
let ballasted: Promise<void> | undefined;

/** True in every Chromium; Firefox keeps storage.local in SQLite. */
function isLevelDb(): boolean {
  return api.runtime.getURL('').startsWith('chrome-extension:');
}

async function writeBallast(): Promise<void> {
  if (!isLevelDb()) return;
  // This note is gone with the browser session, and so is the log that was filled.
  if (BALLAST in (await api.storage.session.get(BALLAST))) return;
  await fillLog();
  await api.storage.session.set({ [BALLAST]: 'written' });
}

async function fillLog(): Promise<void> {
  for (let piece = 0; piece < PIECES; piece++) {
    // Each piece has another value, because Chromium does not write one that is there already.
    const value = String(piece).repeat(PIECE_BYTES);
    await api.storage.local.set({ [piece % 2 === 0 ? BALLAST : BALLAST_AFTER]: value });
  }
  await api.storage.local.remove([BALLAST, BALLAST_AFTER]);
}

/** Names between those of the vault's items, so that a search for them goes through every table. */
const BETWEEN = ['vault/b', 'vault/head!', 'vault/index!'];
const SEARCH_ROUNDS = 14;
const SEARCHES = 40;
const ROUND_MS = 80;

/**
 * [Note: Erasing overwritten values] LevelDB keeps overwritten values in its
 * tables until it merges them, which a small store may never make it do. It
 * merges a table with the next older one after some hundred searches that had to
 * look into both (`allowed_seeks` in LevelDB's version_set.cc). So the log is
 * filled twice, which puts all that was written into tables that overlap, and
 * then names are searched for that are in none of them, until there is one table
 * left, without an old value (measured: in 10 of 10 runs, after about a second).
 */
async function mergeTables(): Promise<void> {
  // Firefox deletes at once what is to be forgotten: see own-file-values.ts.
  if (!isLevelDb()) return;
  await fillLog();
  await fillLog();
  for (let round = 0; round < SEARCH_ROUNDS; round++) {
    const names = BETWEEN.flatMap((name) => Array.from({ length: SEARCHES }, () => name));
    await Promise.all(names.map((name) => api.storage.local.get(name)));
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
  }
}

/**
 * Writes the ballast once. A full store takes none, but what is to be removed
 * from it must be removed all the same.
 */
async function ready(): Promise<void> {
  ballasted ??= writeBallast();
  await ballasted.catch(() => (ballasted = undefined));
}

/**
 * storage.local as a store of records. Only ciphertext and harmless settings
 * are written to it, because Firefox, and Chromium before 140, let content scripts read it.
 */
export const localRecords = {
  async get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const items = await api.storage.local.get([...keys]);
    return isLevelDb() ? items : withoutOwnFiles(items);
  },
  async set(items: Readonly<Record<string, string>>): Promise<void> {
    await ready();
    try {
      await api.storage.local.set(isLevelDb() ? { ...items } : withOwnFiles(items));
    } catch (thrown) {
      // Chromium tells of a full store in the text of a plain Error, Firefox by a
      // QuotaExceededError.
      throw /quota/iu.test(String(thrown)) ? new AppError('vault-full') : thrown;
    }
  },
  async keys(): Promise<readonly string[]> {
    const area: KeyLister = api.storage.local;
    // Firefox before 143 has no getKeys.
    return (await area.getKeys?.()) ?? Object.keys(await api.storage.local.get());
  },
  async remove(keys: readonly string[]): Promise<void> {
    await ready();
    await api.storage.local.remove([...keys]);
  },
  eraseOverwritten: mergeTables,
};

/**
 * storage.session, which is kept in memory only (measured: never on disk) and
 * is gone when the browser exits.
 */
export const sessionMemory = {
  async get(key: string): Promise<unknown> {
    return (await api.storage.session.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await api.storage.session.set({ [key]: value });
  },
  async remove(key: string): Promise<void> {
    await api.storage.session.remove(key);
  },
};

interface AccessLevelSetter {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
}

/**
 * Keeps content scripts from reading our storage. Only Chromium has setAccessLevel, for storage.local
 * from 140. Each area is tried, because one that cannot be closed must not leave the others open;
 * rejects when one could not.
 */
export async function closeStorageToPages(): Promise<void> {
  const areas: readonly AccessLevelSetter[] = [
    api.storage.local,
    api.storage.session,
    api.storage.sync,
  ].map((area: object) => area);
  const closing = await Promise.allSettled(
    areas.map(async (area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
  const failed = closing.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
