import { AppError } from '../../errors.ts';
import type { RecordStore } from './ports.ts';

/** The store with every failure told by our code: a browser's own words may quote what it stored. */
export function guardedStore(store: RecordStore): RecordStore {
  return {
    get: async (keys) => told(async () => store.get(keys)),
    set: async (items) => told(async () => store.set(items)),
    remove: async (keys) => told(async () => store.remove(keys)),
    keys: async () => told(async () => store.keys()),
  };
}

async function told<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('storage-failed');
  }
}
