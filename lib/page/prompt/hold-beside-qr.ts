import { isQrBeingRead } from '../dom/qr-reading.ts';
import type { SignalName } from '../field/weights.ts';

/** ms in which a QR code in view is noticed, and on a machine that is not busy read as well. */
const NOTICED_MS = 1_000;

/** ms after which a picture that is still being read is waited for no longer. */
const READ_MAX_MS = 6_000;

/** ms between two looks at whether the reading is over. */
const LOOK_MS = 100;

/** Of a field that may stand beside the QR code of an enrolment. */
const BESIDE_QR: readonly SignalName[] = ['square image', 'near: scan'];

/**
 * Holds a field back for as long as its page may be an enrolment of which nobody
 * knows yet. Once the QR code is read, the background gives the codes of no other
 * account to the field.
 */
export class HoldBesideQr {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls `go` for a field with these signals: at once, or when no picture is being read any more. */
  begin(signals: readonly SignalName[], go: () => void): void {
    this.end();
    if (!BESIDE_QR.some((name) => signals.includes(name))) return go();
    const sinceMs = performance.now();
    const look = (): void => {
      const isLate = performance.now() - sinceMs >= READ_MAX_MS;
      if (isQrBeingRead() && !isLate) this.#timer = setTimeout(look, LOOK_MS);
      else go();
    };
    this.#timer = setTimeout(look, NOTICED_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
