import type { ErrorCode } from '../../errors.ts';
import type { DuplicateChoice } from '../../otp/account.ts';
import type { EnrolmentCodeAnswer } from '../../protocol/page-messages.ts';
import type { Scan } from './ports.ts';

/**
 * none: no enrolment is under way. offered: the card waits for the user's word.
 * saving: the background was asked to save. unlocking: it has opened our window
 * first. saved: the account is in the vault, and the page's verdict is awaited.
 */
export const PHASES = ['none', 'offered', 'saving', 'unlocking', 'saved'] as const;
export type Phase = (typeof PHASES)[number];

/** A scan and the element that shows its QR. */
export interface ShownScan {
  readonly scan: Scan;
  readonly picture: Element;
  /** Of the pixels that were read; undefined where a frame has read them. */
  readonly hash: number | undefined;
  /** Whether this document shows it, or a frame that has handed it over. */
  readonly shownIn: 'this-document' | 'frame';
}

/** A QR was read while another is offered, or not: see classifyScan. */
export type ScanEventName =
  | 'scan-beside'
  | 'scan-in-place'
  | 'scan-in-place-same-name'
  | 'scan-of-saved';

type PlainEventName =
  /** There may be a QR whose pixels are kept from scripts. */
  | 'unreadable'
  // What the user pressed on the card.
  | 'press-fill'
  | 'press-open'
  | 'press-dismiss'
  | 'press-back-up'
  | 'press-undo'
  // What the background answered or told.
  | 'unlock-opened'
  /** The popup has saved it, and no code goes into the page. */
  | 'saved-in-popup'
  /** Our window stays away: the user opens the vault by our button in the toolbar. */
  | 'unlock-by-toolbar'
  | 'another-name-read'
  | 'text-expired'
  | 'vault-locked'
  | 'same-name-known'
  /** The account that was replaced is back. */
  | 'undone'
  /** A code is about to be put into the page's field. */
  | 'filling'
  /** The QR no longer shows. */
  | 'qr-missed'
  | 'qr-gone'
  // How the page's dialog ended, or that it refused the code.
  | 'page-accepted'
  | 'page-refused'
  | 'page-cancelled'
  | 'page-unsure';

export type EnrolmentEvent =
  | { readonly name: ScanEventName; readonly shown: ShownScan }
  | { readonly name: 'press-save'; readonly duplicate?: DuplicateChoice }
  | {
      readonly name: 'code-given';
      /** Or when there is one. */
      readonly code: EnrolmentCodeAnswer;
      readonly undoUntilMs?: number;
    }
  /** The scan cannot be kept, or something else went wrong. */
  | { readonly name: 'scan-refused' | 'failed' | 'undo-failed'; readonly code: ErrorCode }
  | { readonly name: PlainEventName };

export type EventName = EnrolmentEvent['name'];

export type Effect =
  // The enrolment itself.
  | 'begin'
  | 'end'
  | 'keep-for-later'
  | 'begin-kept'
  | 'follow-picture'
  | 'watch-dialog'
  // The card.
  | 'show-offer'
  | 'show-same-name'
  | 'show-saving'
  | 'show-unlocking'
  | 'show-toolbar'
  | 'show-refused'
  | 'show-failed'
  | 'show-unreadable'
  | 'show-undone'
  | 'show-kept'
  | 'show-dismissed'
  | 'close-card'
  /** Closes the card, or leaves it with 'Undo' where there is something to undo. */
  | 'leave-card'
  // The background.
  | 'save'
  | 'open-review'
  | 'open-popup'
  | 'open-backup'
  | 'tell-cancelled'
  | 'tell-dismissed'
  | 'tell-refused'
  | 'confirm'
  | 'offer-undo'
  | 'end-undo'
  | 'undo'
  // The page's field.
  | 'fill'
  | 'fill-next';
