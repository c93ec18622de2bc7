/**
 * What content scripts may ask the background, and what it tells them. One of
 * two closed tables (the other: own-messages.ts), told apart by who may send
 * them. Bytes travel as base64: a message turns a Uint8Array into an object.
 */
import type { ErrorCode } from '../errors.ts';
import type { DuplicateChoice, DuplicateKind } from '../otp/account.ts';
import type { PromptFacts } from '../policy/prompt-memory.ts';
import type { Submit } from '../policy/site-book.ts';
import type { FieldPlace } from '../policy/window-place.ts';

/** A code given to a page: never more than this one. */
export interface ReleasedCode {
  readonly digits: string;
  /** Unix time, ms, after which the page script must drop it. */
  readonly validUntilMs: number;
}

/** What the page script does about a prompt it reported. */
export type PromptAnswer =
  | { readonly kind: 'fill'; readonly code: ReleasedCode; readonly submit: Submit }
  /** The code of this step was used or is about to end: ask again at `untilMs` (Unix time). */
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** The vault is locked: show the button that unlocks. */
  | { readonly kind: 'locked' }
  /** More than one account fits: show the button that opens our window. */
  | { readonly kind: 'choose' }
  /** One account fits, and its code is given at the user's press: show the button. */
  | { readonly kind: 'offer' }
  /** The page refused a code: say so, and leave the next one, of `untilMs` (Unix time), to the user. */
  | { readonly kind: 'refused'; readonly untilMs: number }
  /** Nothing to show. */
  | { readonly kind: 'none' };

/** A code for an enrolment's field, or when there is one. */
export type EnrolmentCodeAnswer = Extract<PromptAnswer, { readonly kind: 'fill' | 'wait' }>;

/** What the background found in the pixels a page script sent. */
export type ScanAnswer =
  | { readonly kind: 'none' }
  /** Given up for its time, on a busy machine: worth another try. */
  | { readonly kind: 'unfinished' }
  /** A readable code that is no otpauth enrolment; silent on a page. */
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  | {
      readonly kind: 'otpauth';
      readonly scanId: string;
      readonly issuer: string;
      readonly label: string;
      readonly duplicate: DuplicateKind;
      readonly saving: ScanSaving;
    };

/**
 * Where a scan is saved. in-popup: its codes go by counter, are Steam's or may
 * be, so that no code goes into the page unasked, and the popup says first what it is.
 */
export type ScanSaving = 'on-card' | 'in-popup';

export type SaveAnswer =
  /** Saved as unconfirmed and read back; the code for the dialog's field, or when there is one. */
  | { readonly kind: 'saved'; readonly code: EnrolmentCodeAnswer; readonly undoUntilMs?: number }
  /** The vault must be opened first; a 'scanSaved' push follows. */
  | { readonly kind: 'unlocking'; readonly where: UnlockPlace };

/** Where the user opens the vault: in our window, which shows now, or by our button in the toolbar. */
export type UnlockPlace = 'window' | 'toolbar';

/** Pixels of one candidate: 8-bit grey, row by row, already composited on white. */
export interface GreyPixels {
  readonly width: number;
  readonly height: number;
  /** base64 of width × height bytes. */
  readonly grey: string;
}

/** Requests a content script may send. The origin is always taken from the sender, never from here. */
export interface PageRequests {
  /** The user's own trusted input in a log-in form; `identity` is the e-mail typed or chosen there. */
  signInInput(ask: { readonly identity?: string }): void;
  /**
   * A field that could ask for a code came into view: inject the script that
   * finds and fills here. sign-in: the user has just signed in, in this tab.
   */
  fieldInView(ask: Record<string, never>): { readonly moment: 'sign-in' | 'unknown' };
  /**
   * A 2FA prompt is in view, or has something new. `promptId` is random and
   * lives as long as the prompt. navigated: the first prompt of a document that a
   * link or a form led to. Without facts the user pointed at the field himself.
   */
  promptReport(ask: {
    readonly promptId: string;
    readonly arrival?: 'navigated' | 'here';
    readonly facts?: PromptFacts;
  }): PromptAnswer;
  /** A trusted press of our button at the field, which the user truly saw, asks for the code. */
  promptTake(ask: {
    readonly promptId: string;
    /** use-site-clock: and for the site's clock from now on. */
    readonly press: 'fill' | 'use-site-clock';
  }): PromptAnswer;
  /** Our code died while it stood in the field, and the page has not sent it. */
  promptRenew(ask: { readonly promptId: string }): PromptAnswer;
  /**
   * filled: read back from the field. refused: the page shows an error. gone:
   * the prompt left the page. gone-unserved: before any code of ours was put into
   * it. sent-and-gone: the page took the code, ours or the user's own.
   */
  promptOutcome(ask: {
    readonly promptId: string;
    readonly outcome:
      | 'filled'
      | 'not-filled'
      | 'refused'
      | 'gone'
      | 'gone-unserved'
      | 'sent-and-gone';
  }): void;
  /**
   * A trusted press of our button at the field: opens the unlock window (locked)
   * or our window to choose an account (choose). Without `at` it stands in the
   * middle: a frame of another origin does not know where it is.
   */
  promptOpen(ask: { readonly promptId: string; readonly at?: FieldPlace }): {
    readonly where: UnlockPlace;
  };
  /**
   * The user copied the code that the badge shows: the clipboard is to be cleared
   * of it in time. The vault may be locked by then, and could not say what it was.
   */
  promptCopied(ask: { readonly promptId: string; readonly digits: string }): void;
  /**
   * After a refusal: the Date header of the page's own server, and this
   * computer's clock around it. The answer says how far the site's clock is ahead,
   * where that explains the refusal.
   */
  clockSample(ask: {
    readonly serverDateMs: number;
    readonly sentMs: number;
    readonly receivedMs: number;
  }): { readonly aheadMs?: number };
  /**
   * A picture that may be a QR code is in view, or one may come, because the user is at
   * work here. needed: inject the enrolment script; here: it reads the pixels already, and
   * the background need only be awake when they come.
   */
  qrExpected(ask: { readonly script: 'needed' | 'here' }): void;
  scanPixels(ask: GreyPixels): ScanAnswer;
  /**
   * The code shows in a frame that has no field for it: from now on the scan
   * is the top document's, which is told by a 'scanOffered' push.
   */
  scanHandOver(ask: { readonly scanId: string }): void;
  /**
   * The text died before the user pressed: the frame that shows the code reads
   * it again, and a 'scanOffered' push follows.
   */
  scanAgain(ask: { readonly scanId: string }): void;
  /**
   * press: the user pressed on the card. redraw: the page has drawn its QR anew
   * while the user was unlocking for the press before, which brings no window back.
   */
  scanSave(ask: {
    readonly scanId: string;
    readonly cause: 'press' | 'redraw';
    readonly duplicate?: DuplicateChoice;
  }): SaveAnswer;
  /** A further code for the enrolment field of a scan saved from this very document. */
  scanCode(ask: { readonly scanId: string }): EnrolmentCodeAnswer;
  /**
   * A click on the card where it cannot be proved that the user saw it (no
   * IntersectionObserver v2, or a frame too small for the card): opens the
   * popup with this scan under review; without a scanId the plain popup.
   */
  scanOpen(ask: { readonly scanId?: string }): void;
  /**
   * A click on 'Back up now' on the card: opens our own page for it, once for
   * an enrolment that this document has just confirmed.
   */
  scanBackUp(ask: Record<string, never>): void;
  /**
   * A trusted press on the card, which has just replaced an account of this
   * site: that one comes back, and the new one goes into the bin. Throws
   * 'undo-over' after `undoUntilMs`, and when anything else happened to either.
   */
  scanUndo(ask: { readonly scanId: string }): void;
  scanOutcome(ask: {
    readonly scanId: string;
    readonly outcome: 'confirmed' | 'refused' | 'cancelled' | 'dismissed';
  }): void;
}

/** What the background tells one document of a page. */
export interface PagePushes {
  /** After unlocking, or from the popup. */
  fill(tell: {
    readonly promptId: string;
    readonly code: ReleasedCode;
    readonly submit: Submit;
  }): void;
  /** The user chose an account, but its code is used up or about to end: ask promptReport again at `untilMs`. */
  wait(tell: { readonly promptId: string; readonly untilMs: number }): void;
  /** From the menu of a right click: report the field that was clicked as a prompt, whatever it looks like. */
  insert(tell: Record<string, never>): void;
  /** The code this frame has handed over is wanted once more. */
  scanAgain(tell: Record<string, never>): void;
  /** A scan handed over by a frame of this page. */
  scanOffered(tell: {
    readonly scanId: string;
    readonly issuer: string;
    readonly label: string;
    readonly duplicate: DuplicateKind;
    readonly saving: ScanSaving;
  }): void;
  /** After the unlock window or the popup, the scan went on by itself; without a code where none goes into pages. */
  scanSaved(tell: {
    readonly scanId: string;
    readonly code?: EnrolmentCodeAnswer;
    /** Unix time, ms, until which the account that this one replaced comes back by scanUndo. */
    readonly undoUntilMs?: number;
  }): void;
  /** From the popup: the page did not accept the code, and the user wants the next one. */
  scanFill(tell: { readonly scanId: string }): void;
  scanFailed(tell: { readonly scanId: string; readonly code: ErrorCode }): void;
}
