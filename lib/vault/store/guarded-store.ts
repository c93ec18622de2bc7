import { AppError, type ErrorCode } from '../../errors.ts';
import type { RecordStore } from './ports.ts';

/**
 * Stands for an item that is there and that the browser cannot read. No parser
 * takes it, so the item counts as damaged, never as absent.
 */
export const UNREADABLE = Symbol('unreadable');

type Stored = Readonly<Record<string, unknown>>;

/**
 * The store, with every failure as an error code, because a browser's own
 * message may quote what it stored; and with each item read for itself where
 * they cannot be read together: in Chromium one flipped bit on the disk makes
 * every read fail that touches its block of some 4 KiB (measured).
 */
export function guardedStore(store: RecordStore): RecordStore {
  return {
    get: async (keys) => store.get(keys).catch(async () => readOneByOne(store, keys)),
    set: async (items) => withErrorCode('storage-failed', async () => store.set(items)),
    remove: async (keys) => withErrorCode('storage-failed', async () => store.remove(keys)),
    keys: async () => withErrorCode('storage-unreadable', async () => store.keys()),
    eraseOverwritten: async (when) => store.eraseOverwritten(when),
  };
}

async function readOneByOne(store: RecordStore, keys: readonly string[]): Promise<Stored> {
  const items = await Promise.all(
    keys.map(async (key) => store.get([key]).catch((): Stored => ({ [key]: UNREADABLE }))),
  );
  return Object.fromEntries(items.flatMap((item) => Object.entries(item)));
}

async function withErrorCode<Value>(code: ErrorCode, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError(code);
  }
}
