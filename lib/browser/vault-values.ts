import { readValue, writeValue } from './indexed-db.ts';
import { readPrivateFile, removePrivateFile, writePrivateFile } from './private-files.ts';

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

/**
 * The vault's generation number in a second store: by it a storage.local that
 * was rolled back or emptied is noticed.
 */
export const generationMark = {
  async read(): Promise<Mark | undefined> {
    const value = await readValue('generation-mark');
    return isMark(value) ? value : undefined;
  },
  write: ({ vaultId, generation }: Mark): Promise<void> =>
    writeValue('generation-mark', { vaultId, generation }),
  clear: (): Promise<void> => writeValue('generation-mark', undefined),
};

const KEY_FILE = 'computer-key';

/**
 * The key of 'keep unlocked on this computer'. It lies on the disk in clear in
 * every browser (measured), as the words of that choice say. It has a file of
 * its own, because a file is gone from the disk when the choice is taken back.
 * Earlier versions of Nightlatch kept it in IndexedDB.
 */
export const computerKey = {
  async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const key = await readPrivateFile(KEY_FILE);
    if (key) return key;
    const value = await readValue(KEY_FILE);
    return value instanceof Uint8Array ? Uint8Array.from(value) : undefined;
  },
  write: (key: Uint8Array<ArrayBuffer>): Promise<void> => writePrivateFile(KEY_FILE, key),
  async clear(): Promise<void> {
    await removePrivateFile(KEY_FILE);
    // Without one there nothing is written, because a damaged IndexedDB may take nothing.
    const old = await readValue(KEY_FILE).catch(() => undefined);
    if (old !== undefined) await writeValue(KEY_FILE, undefined);
  },
};

const HEAD_FILE = 'vault-head';

/** A copy of the vault's head where a bad block of storage.local does not reach. */
export const headCopy = {
  async read(): Promise<string | undefined> {
    const bytes = await readPrivateFile(HEAD_FILE);
    return bytes && new TextDecoder().decode(bytes);
  },
  write: (text: string): Promise<void> => writePrivateFile(HEAD_FILE, text),
  clear: (): Promise<void> => removePrivateFile(HEAD_FILE),
};
