import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { pictureUrlOf } from '../../lib/browser/picture-file.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ScanResult } from '../../lib/protocol/views.ts';
import { mergeScanResults } from './scan-list.ts';

/** Each is reviewed here by its own; the import page lists any number at once. */
const MAX_PICTURES = 200;

/** Reads every picture. One without a QR code is no reason to lose the others. Throws 'pictures-too-many'. */
export async function readPictures(pictures: readonly Blob[]): Promise<readonly ScanResult[]> {
  if (pictures.length > MAX_PICTURES) throw new AppError('pictures-too-many');
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
