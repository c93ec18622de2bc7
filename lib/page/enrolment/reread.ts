import { AppError, errorCodeOf } from '../../errors.ts';
import { hashOf } from '../qr/grey.ts';
import { readPixels } from '../qr/read-pixels.ts';
import type { EnrolmentBackend, Scan } from './ports.ts';
import type { ShownScan } from './state.ts';
import { areSameName } from './transitions.ts';

/** ms: a frame that does not answer in this time no longer shows the QR. */
const FRAME_MS = 5_000;

/** ms: a page that draws its QR anew shows none for a moment. */
const REDRAW_MS = 300;

/**
 * A scan's text waits two minutes in the background's memory for the user's
 * press, and dies with a lock; the card stands as long as the page shows the
 * QR. After a later press the picture is read again, and the user never knows.
 * It is read again as well where the page shows other pixels by then: what is
 * saved is what the card named and what still stands there.
 */
export class ScanRereader {
  readonly #backend: Pick<EnrolmentBackend, 'read' | 'readAgain'>;
  readonly #signal: AbortSignal;
  #awaited: ((scan: Scan) => void) | undefined;

  constructor(backend: Pick<EnrolmentBackend, 'read' | 'readAgain'>, signal: AbortSignal) {
    this.#backend = backend;
    this.#signal = signal;
  }

  /**
   * Does `work` for the scan that `getShown` gives; where its text has died, or the
   * same pixels no longer stand in this document, the QR is read again first, and
   * `onReread` told. Gives 'another-name', with nothing done, where the QR has
   * another name by now. Throws what `work` and `onReread` throw, and 'scan-gone'
   * where no QR is shown.
   */
  async withText<Value>(
    getShown: () => ShownScan,
    work: (scanId: string) => Promise<Value>,
    onReread: (scan: Scan, hash: number | undefined) => void,
  ): Promise<Value | 'another-name'> {
    const { scan } = getShown();
    if (await standsStill(getShown())) {
      try {
        return await work(scan.scanId);
      } catch (thrown) {
        if (errorCodeOf(thrown) !== 'scan-gone') throw thrown;
      }
    }
    const now = await this.#readAgain(getShown);
    onReread(now.scan, now.hash);
    return areSameName(scan, now.scan) ? work(now.scan.scanId) : 'another-name';
  }

  /** Takes what a frame offers when it was asked for: then it is no new scan. */
  accept(scan: Scan): 'awaited' | 'new' {
    if (!this.#awaited) return 'new';
    this.#awaited(scan);
    return 'awaited';
  }

  async #readAgain(getShown: () => ShownScan): Promise<Pick<ShownScan, 'scan' | 'hash'>> {
    const { scan, picture, shownIn } = getShown();
    if (shownIn === 'frame') return { scan: await this.#inFrame(scan.scanId), hash: undefined };
    let reading = await readPixels(picture);
    if (reading.kind !== 'pixels') {
      await new Promise((resolve) => {
        setTimeout(resolve, REDRAW_MS);
      });
      reading = await readPixels(getShown().picture);
    }
    if (reading.kind !== 'pixels') throw new AppError('scan-gone');
    const answer = await this.#backend.read(reading.picture);
    if (answer.kind === 'refused') throw new AppError(answer.code);
    if (answer.kind !== 'otpauth') throw new AppError('scan-gone');
    const { kind: _kind, ...now } = answer;
    return { scan: now, hash: hashOf(reading.picture) };
  }

  async #inFrame(scanId: string): Promise<Scan> {
    const { promise, resolve, reject } = Promise.withResolvers<Scan>();
    const onGone = (): void => reject(new AppError('scan-gone'));
    const timer = setTimeout(onGone, FRAME_MS);
    this.#signal.addEventListener('abort', onGone, { once: true });
    this.#awaited = resolve;
    try {
      await this.#backend.readAgain(scanId);
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener('abort', onGone);
      this.#awaited = undefined;
    }
  }
}

/** Whether the very pixels that were read stand in this document still; a frame has to be asked. */
async function standsStill({ picture, hash }: ShownScan): Promise<boolean> {
  if (hash === undefined) return false;
  const reading = await readPixels(picture);
  return reading.kind === 'pixels' && hashOf(reading.picture) === hash;
}
