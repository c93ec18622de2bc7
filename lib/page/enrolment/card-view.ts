import type { ErrorCode } from '../../errors.ts';
import type { CardWord, CardWords } from './card-words.ts';

/** What the card in the page's corner says. */
export type CardView =
  | {
      readonly kind: 'offer';
      readonly issuer: string;
      readonly label: string;
      readonly duplicate: 'none' | 'same-name' | 'same-secret';
      readonly saving: 'on-card' | 'in-popup';
    }
  /** The page's picture cannot be read by a script: the toolbar button can. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unlocking' }
  /** The same, where our window stays away because the page has shown it before. */
  | { readonly kind: 'toolbar' }
  /** The code is about to end or was used: the next one is filled by itself. */
  | { readonly kind: 'waiting' }
  /** Saved and filled: the page's own button is next. */
  | { readonly kind: 'filled' }
  /** Saved, but the page has no field we could fill: the code to type. */
  | { readonly kind: 'to-type'; readonly digits: string }
  | { readonly kind: 'confirmed' }
  /** Not saved, and how to come back to it. */
  | { readonly kind: 'dismissed'; readonly scanId: string }
  /** Saved in the popup; its codes do not go into pages. */
  | { readonly kind: 'kept' }
  /** The page has left its enrolment, and another account is in the bin for what was saved. */
  | { readonly kind: 'replaced' }
  /** The account that was replaced is back. */
  | { readonly kind: 'undone' }
  /** The page did not accept the code. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/**
 * What the user pressed for. All but dismiss and open were proved to be a
 * trusted press on a card that was truly visible; `open` stands for any of them
 * where nothing can prove it, and may only open our own popup.
 */
export type CardPress =
  | 'save'
  | 'replace'
  | 'keep-both'
  | 'fill'
  | 'undo'
  | 'back-up'
  | 'dismiss'
  | 'open';

/** A button of the card: its word, and what a proved press of it asks for. */
export interface CardButton {
  readonly word: CardWord;
  readonly press: CardPress;
  readonly rank: 'main' | 'other';
}

/** What the card shows of a view, in the user's language. */
export interface CardContent {
  readonly title: string;
  /** Of account, digits, hint and note an empty one is not shown. */
  readonly account: string;
  readonly digits: string;
  readonly hint: string;
  readonly note: string;
  readonly tone: 'calm' | 'bad';
  readonly buttons: readonly CardButton[];
}

/** Which words and buttons a view has; `hint` goes below the title. */
interface Wording {
  readonly title: CardWord;
  readonly hint?: CardWord;
  readonly tone?: 'bad';
  readonly buttons?: readonly CardButton[];
}

const NOT_NOW: CardButton = { word: 'dismiss', press: 'dismiss', rank: 'other' };

const UNDO: CardButton = { word: 'undo', press: 'undo', rank: 'other' };

const OFFERS: Readonly<Record<Extract<CardView, { kind: 'offer' }>['duplicate'], Wording>> = {
  none: { title: 'found', buttons: [{ word: 'save', press: 'save', rank: 'main' }, NOT_NOW] },
  'same-name': {
    title: 'same_name',
    hint: 'same_name_hint',
    buttons: [
      { word: 'replace', press: 'replace', rank: 'main' },
      { word: 'keep_both', press: 'keep-both', rank: 'other' },
      NOT_NOW,
    ],
  },
  'same-secret': {
    title: 'same_secret',
    buttons: [{ word: 'fill', press: 'save', rank: 'main' }, NOT_NOW],
  },
};

/** What the popup asks about, and saves: whether it is there already is said there, too. */
const REVIEW: Wording = {
  title: 'found',
  hint: 'review_hint',
  buttons: [{ word: 'review', press: 'open', rank: 'main' }, NOT_NOW],
};

const OTHERS: Readonly<Record<Exclude<CardView['kind'], 'offer'>, Wording>> = {
  unreadable: { title: 'unreadable', hint: 'unreadable_hint' },
  saving: { title: 'saving' },
  // The same press once more brings the window to the front.
  unlocking: {
    title: 'unlocking',
    hint: 'unlocking_hint',
    buttons: [{ word: 'show_window', press: 'save', rank: 'main' }],
  },
  toolbar: { title: 'toolbar', hint: 'unlocking_hint', buttons: [NOT_NOW] },
  waiting: { title: 'waiting', hint: 'waiting_hint' },
  filled: { title: 'filled', hint: 'filled_hint' },
  'to-type': { title: 'to_type' },
  confirmed: {
    title: 'confirmed',
    hint: 'confirmed_hint',
    buttons: [{ word: 'back_up', press: 'back-up', rank: 'main' }, NOT_NOW],
  },
  refused: {
    title: 'refused',
    hint: 'refused_hint',
    tone: 'bad',
    buttons: [{ word: 'fill_next', press: 'fill', rank: 'main' }],
  },
  failed: { title: 'failed', tone: 'bad' },
  dismissed: { title: 'dismissed', hint: 'dismissed_hint' },
  kept: { title: 'kept', hint: 'kept_hint' },
  replaced: { title: 'replaced' },
  undone: { title: 'undone', hint: 'undone_hint' },
};

function offerOf({ saving, duplicate }: Extract<CardView, { kind: 'offer' }>): Wording {
  if (saving === 'on-card') return OFFERS[duplicate];
  return duplicate === 'same-secret' ? { title: 'same_secret', buttons: [NOT_NOW] } : REVIEW;
}

/** In which of them 'Undo' is offered, as long as there is something to undo. */
const UNDOABLE: ReadonlySet<CardView['kind']> = new Set([
  'waiting',
  'filled',
  'to-type',
  'refused',
  'replaced',
]);

/** The words and buttons of `view`. */
export function cardContent(
  view: CardView,
  words: CardWords,
  undo: 'offered' | 'none' = 'none',
): CardContent {
  const isUndoable = undo === 'offered' && UNDOABLE.has(view.kind);
  const wording = view.kind === 'offer' ? offerOf(view) : OTHERS[view.kind];
  const hint = view.kind === 'failed' ? words.error(view.code) : undefined;
  return {
    title: words.say(wording.title),
    account:
      view.kind === 'offer'
        ? [view.issuer, view.label].filter((part) => part !== '').join(' · ')
        : '',
    digits: view.kind === 'to-type' ? view.digits : '',
    hint: hint ?? (wording.hint ? words.say(wording.hint) : ''),
    note: isUndoable ? words.say('replaced_hint') : '',
    tone: wording.tone ?? 'calm',
    buttons: [...(wording.buttons ?? []), ...(isUndoable ? [UNDO] : [])],
  };
}
