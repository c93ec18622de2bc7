import { AppError } from '../errors.ts';
import { readKeys, readValue, readValues, writeValue, writeValues } from './indexed-db.ts';
import { localRecords, sessionMemory } from './storage.ts';

type Items = Readonly<Record<string, unknown>>;

const MOVED = 'records-moved';
const PREFIX = 'record/';
/**
 * A note that overwritten records are being erased. It is still there when the
 * browser was closed in between.
 */
const ERASING = 'records-erasing';
/**
 * The value of a record that was removed after the move: storage.local may
 * still have the record.
 */
const REMOVED = '';

/**
 * [Note: Records outside of storage.local] One flipped bit in a table of
 * Chromium's storage.local makes it refuse to write any key of that block, and
 * sooner or later to write anything; nothing that an extension can call repairs
 * or empties it (`clear` reads everything first; measured). So the first write
 * that fails goes to IndexedDB, with a note that is written with it, and all
 * later ones follow. What was not written since is still read from
 * storage.local, key by key.
 */
class VaultRecords {
  #moved: boolean | undefined;

  /** Remembered for the browser session, so that a restarted background need not open IndexedDB. */
  async #isMoved(): Promise<boolean> {
    if (this.#moved !== undefined) return this.#moved;
    const remembered = await sessionMemory.get(MOVED);
    if (typeof remembered === 'boolean') return (this.#moved = remembered);
    try {
      return await this.#remember((await readValue(MOVED)) === true);
    } catch {
      return false;
    }
  }

  async #remember(moved: boolean): Promise<boolean> {
    this.#moved = moved;
    await sessionMemory.set(MOVED, moved);
    return moved;
  }

  async get(keys: readonly string[]): Promise<Items> {
    // Both reads run at once, because nearly always nothing was moved.
    const local = localRecords.get(keys);
    const [moved] = await Promise.all([this.#isMoved(), local.catch(() => undefined)]);
    if (!moved) return local;
    const values = await readValues(keys.map((key) => PREFIX + key));
    const rest = keys.filter((key) => !values.has(PREFIX + key));
    const items: Record<string, unknown> =
      rest.length === 0 ? {} : { ...(await localRecords.get(rest)) };
    for (const [key, value] of values) {
      if (value !== REMOVED) items[key.slice(PREFIX.length)] = value;
    }
    return items;
  }

  async set(items: Readonly<Record<string, string>>): Promise<void> {
    await this.#write(new Map(Object.entries(items)), () => localRecords.set(items));
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.#write(new Map(keys.map((key) => [key, REMOVED])), () => localRecords.remove(keys));
  }

  async #write(items: ReadonlyMap<string, string>, toLocal: () => Promise<void>): Promise<void> {
    if (!(await this.#isMoved())) {
      try {
        await toLocal();
        return;
      } catch (thrown) {
        // A full store is no damaged one: the user is told what to do.
        if (thrown instanceof AppError) throw thrown;
      }
    }
    const values = new Map<string, unknown>([[MOVED, true]]);
    for (const [key, value] of items) values.set(PREFIX + key, value);
    await writeValues(values);
    await this.#remember(true);
  }

  async keys(): Promise<readonly string[]> {
    if (!(await this.#isMoved())) return localRecords.keys();
    const moved = (await readKeys(PREFIX)).map((key) => key.slice(PREFIX.length));
    const local = await localRecords.keys().catch((): readonly string[] => []);
    const names = [...new Set([...moved, ...local])];
    const there = await this.get(moved);
    return names.filter((name) => !moved.includes(name) || Object.hasOwn(there, name));
  }

  /** Rejects when old values may still lie in the browser's files. */
  async eraseOverwritten(when: 'now' | 'if-unfinished'): Promise<void> {
    if (when === 'if-unfinished' && (await readValue(ERASING)) !== true) return;
    if (await this.#isMoved()) {
      if (when === 'now') await this.#removeFromLocal();
      return;
    }
    // The note is for a browser that is closed meanwhile: without it, erasing is as right as with it.
    await writeValue(ERASING, true).catch(() => undefined);
    await localRecords.eraseOverwritten();
    await writeValue(ERASING, undefined).catch(() => undefined);
  }

  /**
   * Removes from storage.local what is written in IndexedDB since. Rejects always:
   * a damaged store may keep some of it, and IndexedDB keeps old values of its own.
   */
  async #removeFromLocal(): Promise<void> {
    for (const name of await readKeys(PREFIX)) {
      // Each for itself, because one in a bad block would keep all the others.
      await localRecords.remove([name.slice(PREFIX.length)]).catch(() => undefined);
    }
    await localRecords.eraseOverwritten().catch(() => undefined);
    throw new AppError('storage-failed');
  }
}

/** The vault's record store. */
export const vaultRecords = new VaultRecords();
