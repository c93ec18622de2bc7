/** The key of 'keep unlocked on this computer' goes, whatever the browser's database is like. */
import { beforeEach, expect, test, vi } from 'vitest';
import { computerKey } from '../../../lib/browser/vault-values.ts';

const files = new Set<string>();
const database = new Map<string, unknown>();
let broken: 'nothing' | 'writing' | 'all' | 'files';

vi.mock('../../../lib/browser/private-files.ts', () => ({
  removePrivateFile: async (name: string) => {
    if (broken === 'files') throw new Error('NoModificationAllowedError');
    files.delete(name);
  },
}));
vi.mock('../../../lib/browser/indexed-db.ts', () => ({
  readValue: async (key: string) => {
    if (broken === 'all') throw new Error('IndexedDB');
    return database.get(key);
  },
  writeValue: async (key: string, value: unknown) => {
    if (broken !== 'nothing') throw new Error('IndexedDB');
    if (value === undefined) database.delete(key);
  },
}));

beforeEach(() => {
  files.add('computer-key');
  database.clear();
  broken = 'nothing';
});

test.each(['writing', 'all'] as const)('the file is gone while %s fails', async (what) => {
  broken = what;
  await computerKey.clear();
  expect(files.size).toBe(0);
});

test('the key of an earlier version is gone with it', async () => {
  database.set('computer-key', Uint8Array.of(1));
  await computerKey.clear();
  expect(files.size + database.size).toBe(0);
});

test('a key that stays is a failure', async () => {
  database.set('computer-key', Uint8Array.of(1));
  broken = 'writing';
  await expect(computerKey.clear()).rejects.toThrow('IndexedDB');
  broken = 'files';
  await expect(computerKey.clear()).rejects.toThrow('NoModificationAllowedError');
});
