import { readValue, writeValue } from './indexed-db.ts';

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

/** The vault's high-water mark: a rolled-back or emptied storage.local is noticed by it. */
export const generationMark = {
  async read(): Promise<Mark | undefined> {
    const value = await readValue('generation-mark');
    return isMark(value) ? value : undefined;
  },
  write: ({ vaultId, generation }: Mark): Promise<void> =>
    writeValue('generation-mark', { vaultId, generation }),
  clear: (): Promise<void> => writeValue('generation-mark', undefined),
};

/**
 * The key of 'keep unlocked on this computer'. In clear on the disk in every
 * browser (measured): the words of that choice say so.
 */
export const computerKey = {
  async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const value = await readValue('computer-key');
    return value instanceof Uint8Array ? Uint8Array.from(value) : undefined;
  },
  write: (key: Uint8Array<ArrayBuffer>): Promise<void> => writeValue('computer-key', key),
  clear: (): Promise<void> => writeValue('computer-key', undefined),
};
