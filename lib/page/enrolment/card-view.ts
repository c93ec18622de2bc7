import type { ErrorCode } from '../../errors.ts';
import type { OfferWord, OfferWords } from './card-words.ts';

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
  /** Fewer than 3 s left, or the code was used: the next one is filled by itself. */
  | { readonly kind: 'waiting' }
  /** Saved and filled: the page's own button is next. */
  | { readonly kind: 'filled' }
  /** Saved, but the page has no field we could fill: the code to type. */
  | { readonly kind: 'to-type'; readonly digits: string }
  | { readonly kind: 'confirmed' }
  /** The page did not accept the code. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/**
 * What the user asked for. All but dismiss and open were proved to be a
 * trusted act on a card that was truly visible; `open` stands for any of them
 * where nothing can prove it, and may only open our own popup.
 */
export type OfferAct = 'save' | 'replace' | 'keep-both' | 'fill' | 'back-up' | 'dismiss' | 'open';

/** A button of the card: its word, and what a proved click on it asks for. */
export interface OfferButton {
  readonly word: OfferWord;
  readonly act: OfferAct;
  readonly rank: 'main' | 'other';
}

/** How a view looks: words already chosen. */
export interface OfferFace {
  readonly title: string;
  /** Empty: not shown; so with the next two. */
  readonly account: string;
  readonly digits: string;
  readonly hint: string;
  readonly tone: 'calm' | 'bad';
  readonly buttons: readonly OfferButton[];
}

/** What is said and offered, before it is put into words; `hint` goes below the title. */
interface Sketch {
  readonly title: OfferWord;
  readonly hint?: OfferWord;
  readonly tone?: 'bad';
  readonly buttons?: readonly OfferButton[];
}

const NOT_NOW: OfferButton = { word: 'dismiss', act: 'dismiss', rank: 'other' };

const FOUND: Readonly<Record<Extract<OfferView, { kind: 'found' }>['duplicate'], Sketch>> = {
  none: { title: 'found', buttons: [{ word: 'save', act: 'save', rank: 'main' }, NOT_NOW] },
  'same-name': {
    title: 'same_name',
    hint: 'same_name_hint',
    buttons: [
      { word: 'replace', act: 'replace', rank: 'main' },
      { word: 'keep_both', act: 'keep-both', rank: 'other' },
      NOT_NOW,
    ],
  },
  'same-secret': {
    title: 'same_secret',
    buttons: [{ word: 'fill', act: 'save', rank: 'main' }, NOT_NOW],
  },
};

const OTHERS: Readonly<Record<Exclude<OfferView['kind'], 'found'>, Sketch>> = {
  unreadable: { title: 'unreadable', hint: 'unreadable_hint' },
  saving: { title: 'saving' },
  unlocking: { title: 'unlocking', hint: 'unlocking_hint' },
  waiting: { title: 'waiting', hint: 'waiting_hint' },
  filled: { title: 'filled', hint: 'filled_hint' },
  'to-type': { title: 'to_type' },
  confirmed: {
    title: 'confirmed',
    hint: 'confirmed_hint',
    buttons: [{ word: 'back_up', act: 'back-up', rank: 'main' }, NOT_NOW],
  },
  refused: {
    title: 'refused',
    hint: 'refused_hint',
    tone: 'bad',
    buttons: [{ word: 'fill_next', act: 'fill', rank: 'main' }],
  },
  failed: { title: 'failed', tone: 'bad' },
};

/** The words and buttons of `view`. */
export function faceOf(view: OfferView, words: OfferWords): OfferFace {
  const sketch = view.kind === 'found' ? FOUND[view.duplicate] : OTHERS[view.kind];
  const hint = view.kind === 'failed' ? words.error(view.code) : undefined;
  return {
    title: words.say(sketch.title),
    account:
      view.kind === 'found'
        ? [view.issuer, view.label].filter((part) => part !== '').join(' · ')
        : '',
    digits: view.kind === 'to-type' ? view.digits : '',
    hint: hint ?? (sketch.hint ? words.say(sketch.hint) : ''),
    tone: sketch.tone ?? 'calm',
    buttons: sketch.buttons ?? [],
  };
}
