import type { CardPress, CardView } from './card-view.ts';
import type { CardWords } from './card-words.ts';
import { EnrolmentCard } from './card.ts';

/** ms for which the last word stays when nobody closes it. */
const FAREWELL_MS = 12_000;

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

  /** Closes after a while what says its last word, unless `isNeeded` by then for something else. */
  closeLater(isNeeded: () => boolean): void {
    const card = this.#card;
    setTimeout(() => {
      if (this.#card === card && !isNeeded()) this.close();
    }, FAREWELL_MS);
  }

  close(): void {
    this.#card?.close();
    this.#card = undefined;
  }
}
