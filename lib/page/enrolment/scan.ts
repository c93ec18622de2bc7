import type { ErrorCode } from '../../errors.ts';
import { findCodeField } from '../field/find-field.ts';
import type { GreyPicture } from '../qr/grey.ts';
import { readPixels } from '../qr/read-pixels.ts';
import { dialogOf } from './watch-dialog.ts';
import { onlyShowsCode } from './frames.ts';
import { watchPictures } from '../qr/watch-pictures.ts';
import type { EnrolmentPorts, FoundEnrolment } from './ports.ts';

export interface SightListener {
  onFound(found: FoundEnrolment, picture: Element): void;
  /** A set-up code that cannot be kept. */
  onRefused(code: ErrorCode): void;
  /** There may be a code whose pixels are kept from scripts; told once a document. */
  onUnreadable(): 'told' | 'busy';
}

export interface Sights {
  /** The top document's user has pressed after the text had died: the same code once more. */
  handOverAgain(): Promise<void>;
}

/** Has every picture decoded that may be a code, and says of the set-up codes; until `signal` aborts. */
export function watchSights(
  ports: Pick<EnrolmentPorts, 'capture' | 'handOver'>,
  listener: SightListener,
  signal: AbortSignal,
): Sights {
  /** What this frame has left to the top document to offer. */
  let handedOver: Element | undefined;
  let unreadable: 'told' | 'busy' = 'busy';

  async function onPicture(element: Element, picture: GreyPicture): Promise<void> {
    try {
      const answer = await ports.capture(picture);
      if (signal.aborted) return;
      if (answer.kind === 'otpauth') {
        const { kind: _kind, ...found } = answer;
        if (await isHandedOver(found.scanId)) handedOver = element;
        else listener.onFound(found, element);
      } else if (answer.kind === 'refused') {
        listener.onRefused(answer.code);
      }
    } catch {
      // A background that is being updated, or a site no longer ours: the next picture is another try.
    }
  }

  async function isHandedOver(scanId: string): Promise<boolean> {
    if (!onlyShowsCode()) return false;
    try {
      await ports.handOver(scanId);
      return true;
    } catch {
      return false;
    }
  }

  function onTainted(element: Element): void {
    if (unreadable === 'told') return;
    // A picture alone says nothing: the field for a code beside it does.
    if (!findCodeField(dialogOf(element, undefined), { moment: 'unknown' })) return;
    unreadable = listener.onUnreadable();
  }

  watchPictures({ onPicture, onTainted }, signal);
  return {
    async handOverAgain() {
      const reading = handedOver && (await readPixels(handedOver));
      if (handedOver && reading?.kind === 'pixels') await onPicture(handedOver, reading.picture);
    },
  };
}
