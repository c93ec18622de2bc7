import { AppError, errorCodeOf } from '../../errors.ts';
import { readPixels } from '../qr/read-pixels.ts';
import type { EnrolmentPorts, FoundEnrolment } from './ports.ts';
import type { Enrolment } from './state.ts';

/** A frame that does not answer in this time, ms, no longer shows the code. */
const FRAME_MS = 5_000;

export interface Rereader {
  /**
   * Does `work` for the capture; where its text has died, the code is read again
   * first. Gives 'another-code', with nothing done, where that has another name by
   * now. Throws what `work` throws, and 'scan-gone' where no code is shown.
   */
  withText<Value>(
    enrolment: Enrolment,
    work: (scanId: string) => Promise<Value>,
  ): Promise<Value | 'another-code'>;
  /** Takes what a frame offers when it was asked for: then it is no new code. */
  takes(found: FoundEnrolment): 'awaited' | 'new';
}

export function areSameName(one: FoundEnrolment, other: FoundEnrolment): boolean {
  return one.issuer === other.issuer && one.label === other.label;
}

/**
 * A code's text waits two minutes in memory for the user's press, and dies with
 * a lock; the card stands as long as the page shows the code. Pressed later,
 * the picture is read again, and the user never knows.
 */
export function rereader(ports: EnrolmentPorts, signal: AbortSignal): Rereader {
  let awaited: ((found: FoundEnrolment) => void) | undefined;

  async function readHere(picture: Element): Promise<FoundEnrolment> {
    const reading = await readPixels(picture);
    if (reading.kind !== 'pixels') throw new AppError('scan-gone');
    const answer = await ports.capture(reading.picture);
    if (answer.kind === 'refused') throw new AppError(answer.code);
    if (answer.kind !== 'otpauth') throw new AppError('scan-gone');
    const { kind: _kind, ...found } = answer;
    return found;
  }

  async function readInFrame(scanId: string): Promise<FoundEnrolment> {
    const { promise, resolve, reject } = Promise.withResolvers<FoundEnrolment>();
    const gone = (): void => reject(new AppError('scan-gone'));
    const timer = setTimeout(gone, FRAME_MS);
    signal.addEventListener('abort', gone, { once: true });
    awaited = resolve;
    try {
      await ports.again(scanId);
      return await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', gone);
      awaited = undefined;
    }
  }

  return {
    async withText(enrolment, work) {
      const { found, picture, shownIn, ending } = enrolment;
      try {
        return await work(found.scanId);
      } catch (thrown) {
        if (errorCodeOf(thrown) !== 'scan-gone') throw thrown;
      }
      const now = await (shownIn === 'frame' ? readInFrame(found.scanId) : readHere(picture));
      if (ending.signal.aborted) throw new AppError('scan-gone');
      enrolment.found = now;
      return areSameName(found, now) ? work(now.scanId) : 'another-code';
    },
    takes(found) {
      if (!awaited) return 'new';
      awaited(found);
      return 'awaited';
    },
  };
}
