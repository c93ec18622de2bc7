import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { pictureUrlOf } from '../../lib/browser/picture-file.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanResult } from '../../lib/protocol/views.ts';
import { mergeScanResults } from './scan-list.ts';

/** Nobody picks more pictures than this on purpose. */
const MAX_PICTURES = 200;

/** Reads every picture. One without a QR code is no reason to lose the others. */
export async function readPictures(pictures: readonly Blob[]): Promise<readonly ScanResult[]> {
  if (pictures.length > MAX_PICTURES) throw new AppError('picture-too-large');
  let results: readonly ScanResult[] = [];
  for (const picture of pictures) {
    try {
      const more = await ask('readPicture', { dataUrl: await pictureUrlOf(picture) });
      results = mergeScanResults(results, more);
    } catch (thrown) {
      const code = errorCodeOf(thrown);
      if (pictures.length === 1) throw new AppError(code);
      results = [...results, { kind: 'refused', code }];
    }
  }
  return results;
}
