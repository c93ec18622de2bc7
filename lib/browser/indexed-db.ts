/**
 * Small values in IndexedDB: another file of the profile than storage.local,
 * and closed to content scripts in every browser.
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

/** Undefined removes. Resolves when the transaction is on disk ('strict'), not when it is queued. */
export function writeValue(key: string, value: unknown): Promise<void> {
  return withStore('readwrite', async (store, transaction) => {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new Error('IndexedDB')),
      );
    });
  });
}
