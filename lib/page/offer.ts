import type { ErrorCode } from '../errors.ts';

/** What the card in the page's corner says. */
export type OfferView =
  | {
      readonly kind: 'found';
      readonly issuer: string;
      readonly label: string;
      readonly duplicate: 'none' | 'same-name' | 'same-secret';
    }
  /** The page's picture cannot be read by a script: the toolbar button can. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unlocking' }
  /** Fewer than 3 s left: the next code is filled by itself. */
  | { readonly kind: 'waiting'; readonly untilMs: number }
  /** Saved and filled: the page's own button is next. */
  | { readonly kind: 'filled' }
  /** Saved, but the page has no field we could fill: the code to type. */
  | { readonly kind: 'to-type'; readonly digits: string }
  | { readonly kind: 'confirmed' }
  /** The page did not accept the code. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** A trusted click on the card by a user who saw it. */
export type OfferAct = 'save' | 'replace' | 'keep-both' | 'fill' | 'dismiss' | 'back-up' | 'open';

export interface OfferCard {
  show(view: OfferView): void;
  close(): void;
}

/** All words of the card; the entrypoint takes them from the browser's messages. */
export interface OfferWords {
  readonly [key: string]: string;
}

/** Puts an empty card into the page's top corner; it closes when `signal` aborts. */
export function showOffer(
  _words: OfferWords,
  _onAct: (act: OfferAct) => void,
  _signal: AbortSignal,
): OfferCard {
  return { show() {}, close() {} };
}
