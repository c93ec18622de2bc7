import { AppError } from '../../lib/errors.ts';
import { dataUrlOf } from '../../lib/browser/data-url.ts';

/** What one message to the background carries; nobody exports as much. */
const MAX_BYTES = 30_000_000;
const MAX_FILES = 50;

/** A file as it goes to the background, with the password that opens it once it is known. */
export interface ChosenFile {
  readonly name: string;
  readonly dataUrl: string;
  readonly password?: string;
}

/** Throws 'import-too-large'. */
export async function readChosenFiles(blobs: readonly Blob[]): Promise<readonly ChosenFile[]> {
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
  const isTooLarge = bytes > MAX_BYTES || blobs.some(({ size }) => size > 10_000_000);
  if (isTooLarge || blobs.length > MAX_FILES) throw new AppError('import-too-large');
  return Promise.all(
    blobs.map(async (blob) => ({
      name: blob instanceof File ? blob.name : '',
      dataUrl: await dataUrlOf(blob),
    })),
  );
}
