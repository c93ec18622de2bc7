/**
 * Small values in IndexedDB, which lies in another file of the profile than
 * storage.local and is closed to content scripts in every browser.
 */
const DATABASE = 'nightlatch';
const STORE = 'values';

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

async function withStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, transaction: IDBTransaction) => Promise<Value>,
): Promise<Value> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  const database = await settled(opening);
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    return await work(transaction.objectStore(STORE), transaction);
  } finally {
    database.close();
  }
}

export function readValue(key: string): Promise<unknown> {
  return withStore('readonly', (store) => settled<unknown>(store.get(key)));
}

/** The values of these keys that exist, read together. */
export function readValues(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  return withStore('readonly', async (store) => {
    const values = await Promise.all(keys.map((key) => settled<unknown>(store.get(key))));
    const known = keys.map((key, index) => [key, values[index]] as const);
    return new Map(known.filter(([, value]) => value !== undefined));
  });
}

/** The keys that begin with `prefix`. */
export function readKeys(prefix: string): Promise<readonly string[]> {
  return withStore('readonly', async (store) => {
    const keys = await settled(store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
    return keys.map(String);
  });
}

/**
 * Writes all values or none; undefined removes a key. Resolves when the values
 * are on disk (durability 'strict'), and not when they are merely queued.
 */
export function writeValues(values: ReadonlyMap<string, unknown>): Promise<void> {
  return withStore('readwrite', async (store, transaction) => {
    for (const [key, value] of values) {
      if (value === undefined) store.delete(key);
      else store.put(value, key);
    }
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new Error('IndexedDB')),
      );
    });
  });
}

/** Writes one value; undefined removes it. */
export function writeValue(key: string, value: unknown): Promise<void> {
  return writeValues(new Map([[key, value]]));
}
