/** Writes go elsewhere over a bad block, and what was overwritten is erased as far as it can be. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { vaultRecords } from '../../../lib/browser/vault-records.ts';

const local = new Map<string, string>();
const database = new Map<string, unknown>();
const session = new Map<string, unknown>();
let erasures = 0;
/** What the broken parts refuse. */
let isBadBlock: (key: string) => boolean;
let isBadDatabase: (key: string) => boolean;
let eraseError: Error | undefined;

function checkBlock(keys: readonly string[]): void {
  if (keys.some((key) => isBadBlock(key))) throw new Error('block checksum mismatch');
}

function checkDatabase(keys: readonly string[]): void {
  if (keys.some((key) => isBadDatabase(key))) throw new Error('IndexedDB');
}

vi.mock('../../../lib/browser/storage.ts', () => ({
  localRecords: {
    async get(keys: readonly string[]) {
      checkBlock(keys);
      return Object.fromEntries([...local].filter(([key]) => keys.includes(key)));
    },
    async set(items: Readonly<Record<string, string>>) {
      checkBlock(Object.keys(items));
      if (Object.values(items).includes('too much')) {
        const { AppError } = await import('../../../lib/errors.ts');
        throw new AppError('vault-full');
      }
      for (const [key, value] of Object.entries(items)) local.set(key, value);
    },
    async keys() {
      checkBlock([...local.keys()]);
      return [...local.keys()];
    },
    async remove(keys: readonly string[]) {
      checkBlock(keys);
      for (const key of keys) local.delete(key);
    },
    async eraseOverwritten() {
      erasures += 1;
      if (eraseError) throw eraseError;
    },
  },
  sessionMemory: {
    get: async (key: string) => session.get(key),
    set: async (key: string, value: unknown) => void session.set(key, value),
  },
}));

vi.mock('../../../lib/browser/indexed-db.ts', () => {
  const writeValues = async (values: ReadonlyMap<string, unknown>): Promise<void> => {
    checkDatabase([...values.keys()]);
    for (const [key, value] of values) {
      if (value === undefined) database.delete(key);
      else database.set(key, value);
    }
  };
  return {
    readValue: async (key: string) => database.get(key),
    readValues: async (keys: readonly string[]) =>
      new Map([...database].filter(([key]) => keys.includes(key))),
    readKeys: async (prefix: string) =>
      [...database.keys()].filter((key) => key.startsWith(prefix)),
    writeValue: (key: string, value: unknown) => writeValues(new Map([[key, value]])),
    writeValues,
  };
});

let records: typeof vaultRecords;

/** A background that has just started: what an instance remembers is gone. */
async function wake(): Promise<void> {
  vi.resetModules();
  ({ vaultRecords: records } = await import('../../../lib/browser/vault-records.ts'));
}

beforeEach(async () => {
  for (const store of [local, database, session]) store.clear();
  isBadBlock = isBadDatabase = () => false;
  erasures = 0;
  eraseError = undefined;
  await wake();
});

const HEAD = 'vault/head';
const MANIFEST = 'vault/manifest';

/** The block of the head is bad, and a write over it has gone elsewhere. */
async function move(): Promise<void> {
  await records.set({ [HEAD]: 'old head', [MANIFEST]: 'old manifest', 'vault/index': 'index' });
  isBadBlock = (key) => key === HEAD;
  await records.set({ [HEAD]: 'new head', [MANIFEST]: 'new manifest' });
}

describe('over a bad block', () => {
  test('a write goes elsewhere as a whole, and is read from there, the rest from where it was', async () => {
    await move();
    const all = { [HEAD]: 'new head', [MANIFEST]: 'new manifest', 'vault/index': 'index' };
    expect(await records.get([HEAD, MANIFEST, 'vault/index', 'none'])).toEqual(all);
    session.clear();
    await wake();
    expect(await records.get([HEAD, MANIFEST, 'vault/index', 'none'])).toEqual(all);
  });

  test('what is removed stays removed, also where it cannot be', async () => {
    await move();
    await records.remove([HEAD, 'vault/index']);
    expect(await records.get([HEAD, MANIFEST, 'vault/index'])).toEqual({
      [MANIFEST]: 'new manifest',
    });
    expect(await records.keys()).toEqual([MANIFEST]);
  });

  test('a store that is full is no damaged one', async () => {
    await expect(records.set({ [HEAD]: 'too much' })).rejects.toThrow('vault-full');
    expect(database.size).toBe(0);
  });
});

describe('erasing what was overwritten', () => {
  test('leaves no note behind', async () => {
    await records.eraseOverwritten('now');
    expect(erasures).toBe(1);
    expect(database.size).toBe(0);
  });

  test('that a closed browser broke off is done at the next asking, and once', async () => {
    eraseError = new Error('closed');
    await expect(records.eraseOverwritten('now')).rejects.toThrow('closed');
    eraseError = undefined;
    await wake();
    await records.eraseOverwritten('if-unfinished');
    await records.eraseOverwritten('if-unfinished');
    expect(erasures).toBe(2);
  });

  test('is done, too, where no note of it can be written', async () => {
    isBadDatabase = (key) => key === 'records-erasing';
    await records.eraseOverwritten('now');
    expect(erasures).toBe(1);
  });

  test('after a move removes what can be, and says that something may be left', async () => {
    await move();
    await expect(records.eraseOverwritten('now')).rejects.toThrow('storage-failed');
    expect(Object.fromEntries(local)).toEqual({ [HEAD]: 'old head', 'vault/index': 'index' });
    expect(erasures).toBe(1);
    expect(await records.get([HEAD, MANIFEST])).toEqual({
      [HEAD]: 'new head',
      [MANIFEST]: 'new manifest',
    });
  });
});
