import { AppError } from '../../errors.ts';
import type { RecordStore } from './ports.ts';

/** The store with every failure as an error code: a browser's own message may quote what it stored. */
export function guardedStore(store: RecordStore): RecordStore {
  return {
    get: async (keys) => withErrorCode(async () => store.get(keys)),
    set: async (items) => withErrorCode(async () => store.set(items)),
    remove: async (keys) => withErrorCode(async () => store.remove(keys)),
    keys: async () => withErrorCode(async () => store.keys()),
  };
}

async function withErrorCode<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('storage-failed');
  }
}
