import { checkPictureSize, pixelsOf } from '../../lib/browser/picture.ts';
import type { FileAnswer } from '../../lib/formats/format.ts';
import { readImport, readTexts } from '../../lib/formats/index.ts';
import { IMPORT_FILE_BYTES_MAX, QR_PICTURE_MS } from '../../lib/limits.ts';
import { decodeRgba } from '../../lib/qr/decode.ts';

/** What is in one chosen file, a picture of codes included. */
export async function readFile(blob: Blob, password?: string): Promise<FileAnswer> {
  // A photo may be larger than any other file, and a larger file is not even loaded.
  if (blob.size > IMPORT_FILE_BYTES_MAX) {
    const size = await checkPictureSize(blob).catch(() => undefined);
    return size ? readPicture(blob) : { kind: 'refused', reason: 'too-large' };
  }
  const answer = await readImport(new Uint8Array(await blob.arrayBuffer()), password);
  return answer.kind === 'picture' ? readPicture(blob) : answer;
}

/** The QR codes of a picture are a list of texts; a picture without one stays a picture. */
async function readPicture(blob: Blob): Promise<FileAnswer> {
  try {
    const picture = await pixelsOf(blob);
    const endMs = performance.now() + QR_PICTURE_MS;
    const found = decodeRgba(picture, { isOver: () => performance.now() > endMs });
    if (found.length === 0) return { kind: 'picture' };
    return await readTexts(found.map(({ text }) => text));
  } catch {
    return { kind: 'picture' };
  }
}
