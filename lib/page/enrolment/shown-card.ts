import { ownMembers } from '../dom/own-members.ts';
import { PollWhileActive } from '../dom/poll-while-active.ts';
import type { CardPress, CardView } from './card-view.ts';
import type { CardWords } from './card-words.ts';
import { EnrolmentCard } from './card.ts';

/** ms for which the last word stays when nobody closes it. */
const FAREWELL_MS = 12_000;

/** How often the page's address is looked at: a page that draws itself gives no sign of a new one. */
const ADDRESS_POLL = {
  steps: [{ untilMs: 5_000, everyMs: 500 }],
  quietEveryMs: 5_000,
  roots: () => [ownMembers(document).documentElement],
} as const;

/** The card of this document, made when there is something to say, and what it says. */
export class ShownCard {
  readonly #words: CardWords;
  readonly #onPress: (press: CardPress) => void;
  readonly #signal: AbortSignal;
  #card: EnrolmentCard | undefined;
  #view: CardView | undefined;

  constructor(words: CardWords, onPress: (press: CardPress) => void, signal: AbortSignal) {
    this.#words = words;
    this.#onPress = onPress;
    this.#signal = signal;
  }

  /** Undefined while none is shown. */
  get card(): EnrolmentCard | undefined {
    return this.#card;
  }

  /** What the card says, or said last. */
  get view(): CardView | undefined {
    return this.#view;
  }

  show(view: CardView, undo: 'offered' | 'none'): void {
    this.#card ??= new EnrolmentCard(this.#words, this.#onPress, this.#signal);
    this.#view = view;
    this.#card.show(view, undo);
  }

  /** Closes it where it says that this scan is not saved: the user unlocked as he dismissed it. */
  closeDismissed(scanId: string): void {
    if (this.#view?.kind === 'dismissed' && this.#view.scanId === scanId) this.close();
  }

  /** Closes what it says now after a while, or with the page's address, unless `isNeeded` by then. */
  closeWhen(until: 'soon' | 'page-moves-on', isNeeded: () => boolean): void {
    const card = this.#card;
    const view = this.#view;
    const isOver = (): boolean => this.#card !== card || this.#view !== view || isNeeded();
    if (until === 'soon') {
      setTimeout(() => isOver() || this.close(), FAREWELL_MS);
      return;
    }
    const { href } = location;
    const waiting = new AbortController();
    const look = (): void => {
      if (!isOver() && location.href === href) return;
      waiting.abort();
      if (!isOver()) this.close();
    };
    const signal = AbortSignal.any([waiting.signal, this.#signal]);
    new PollWhileActive(look, ADDRESS_POLL, signal).start();
  }

  close(): void {
    this.#card?.close();
    this.#card = undefined;
  }
}
