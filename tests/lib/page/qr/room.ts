/** What the test of the watched pictures uses of lib/page/qr. */
import { PictureWatcher, type ReadResult } from '../../../../lib/page/qr/watch-pictures.ts';

/** One entry for every picture that was handed on to be decoded. */
export const log: string[] = [];

/** Watches the page's pictures, whose decodings end with `results`, one after another; the last one stays. */
export function startPictures(results: readonly ReadResult[]): void {
  new PictureWatcher(
    {
      onPicture: () => {
        const result = results[Math.min(log.length, results.length - 1)] ?? 'done';
        log.push(result);
        return Promise.resolve(result);
      },
      onTainted: () => log.push('tainted'),
    },
    new AbortController().signal,
  ).start();
}
