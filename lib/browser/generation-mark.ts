/**
 * The vault's generation mark lives in IndexedDB: another file of the profile
 * than storage.local, so that a rolled-back or emptied one is noticed.
 */
const DATABASE = 'nightlatch';
const STORE = 'marks';
const KEY = 'vault';

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return settled(request);
}

interface Mark {
  readonly vaultId: string;
  readonly generation: number;
}

function isMark(value: unknown): value is Mark {
  return (
    typeof value === 'object' &&
    value !== null &&
    'vaultId' in value &&
    typeof value.vaultId === 'string' &&
    'generation' in value &&
    typeof value.generation === 'number'
  );
}

export const generationMark = {
  async read(): Promise<Mark | undefined> {
    const database = await open();
    try {
      const value: unknown = await settled(database.transaction(STORE).objectStore(STORE).get(KEY));
      return isMark(value) ? value : undefined;
    } finally {
      database.close();
    }
  },
  /** Resolves when the transaction is on disk ('strict'), not when it is queued. */
  async write(mark: Mark): Promise<void> {
    const database = await open();
    try {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.objectStore(STORE).put({ ...mark }, KEY);
      await new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () =>
          reject(transaction.error ?? new Error('IndexedDB')),
        );
      });
    } finally {
      database.close();
    }
  },
};
