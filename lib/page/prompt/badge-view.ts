/** What the badge at a code field can say. */
export type BadgeView =
  | { readonly kind: 'filled' }
  /** The next code comes at `untilMs`, Unix time. */
  | { readonly kind: 'waiting'; readonly untilMs: number }
  | { readonly kind: 'locked' }
  /** The user opens the vault by our button in the toolbar. */
  | { readonly kind: 'toolbar' }
  | { readonly kind: 'choose' }
  /** One press fills the code. */
  | { readonly kind: 'offer' }
  /** The page refused the code; the next one comes at `untilMs`, Unix time. */
  | { readonly kind: 'refused'; readonly untilMs: number }
  /** One press fills the code after the refused one. */
  | { readonly kind: 'next' }
  /** The page refused the code, and the site's clock is `aheadMs` ahead of this computer's. */
  | { readonly kind: 'clock'; readonly aheadMs: number }
  /** The page did not keep the code: it is shown to be typed or copied. */
  | { readonly kind: 'to-copy'; readonly digits: string };

/** What is said once `digits` were put in, or the page did not keep them. */
export function viewAfter(outcome: 'filled' | 'not-filled', digits: string): BadgeView {
  return outcome === 'filled' ? { kind: 'filled' } : { kind: 'to-copy', digits };
}

export interface BadgeWords {
  readonly filled: string;
  readonly waiting: string;
  readonly seconds: (seconds: number) => string;
  readonly locked: string;
  readonly toolbar: string;
  readonly choose: string;
  readonly offer: string;
  readonly refused: string;
  readonly refusedSeconds: (seconds: number) => string;
  readonly next: string;
  readonly clock: (secondsAhead: number) => string;
  readonly copy: (digits: string) => string;
  readonly type: (digits: string) => string;
  /** Which key presses the badge's button from the field. */
  readonly keyHint: string;
}

/** What a press of the badge's button does. */
export type BadgePress =
  /** Opens our own window, which shows nothing to the page. */
  | 'open'
  /** Fills a code. */
  | 'fill'
  /** Uses the site's clock from now on, and fills the code of its time. */
  | 'use-site-clock'
  /** Puts the digits that are shown into the clipboard. */
  | 'copy';

/** A button, or a note that nobody can press; a countdown is a note whose seconds run. */
export type BadgeContent =
  | { readonly kind: 'button'; readonly text: string; readonly press: BadgePress }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'countdown';
      readonly untilMs: number;
      readonly text: (seconds: number) => string;
      /** Said once by a screen reader, in place of the running seconds. */
      readonly name: string;
    };

function button(text: string, press: BadgePress): BadgeContent {
  return { kind: 'button', text, press };
}

/**
 * unprovable: no press can be proved to be the user's in this browser (Firefox),
 * so that a button that copies would do nothing.
 */
export function badgeContent(
  view: BadgeView,
  words: BadgeWords,
  presses: 'provable' | 'unprovable' = 'provable',
): BadgeContent {
  switch (view.kind) {
    case 'filled':
      return { kind: 'note', text: words.filled };
    case 'toolbar':
      return { kind: 'note', text: words.toolbar };
    case 'waiting':
      return { ...view, kind: 'countdown', text: words.seconds, name: words.waiting };
    case 'refused':
      return { ...view, kind: 'countdown', text: words.refusedSeconds, name: words.refused };
    case 'locked':
      return button(words.locked, 'open');
    case 'choose':
      return button(words.choose, 'open');
    case 'offer':
      return button(words.offer, 'fill');
    case 'next':
      return button(words.next, 'fill');
    case 'clock':
      return button(words.clock(Math.round(view.aheadMs / 1000)), 'use-site-clock');
    case 'to-copy':
      if (presses === 'unprovable') return { kind: 'note', text: words.type(view.digits) };
      return button(words.copy(view.digits), 'copy');
  }
  return view satisfies never;
}

/** True for what tells of a refusal. */
export function isWarning({ kind }: BadgeView): boolean {
  return kind === 'refused' || kind === 'next' || kind === 'clock';
}
