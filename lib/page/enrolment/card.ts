import { markAsOurs } from '../dom/leftovers.ts';
import { createMark } from '../dom/mark.ts';
import { ownMembers } from '../dom/own-members.ts';
import { Dwell } from '../visibility/dwell.ts';
import { VisibilityWatcher } from '../visibility/prove.ts';
import { addStyle, createElement, groupDigits } from './card-elements.ts';
import { cardStyle } from './card-style.ts';
import { cardContent, type CardButton, type CardPress, type CardView } from './card-view.ts';
import type { CardWords } from './card-words.ts';

/** The cards' outer elements: the page's own controls are told from ours by this. */
const hosts = new WeakSet<EventTarget>();

/** True for the element that a click on our card seems to come from, outside of it. */
export function isCardHost(target: EventTarget): boolean {
  return hosts.has(target);
}

/** What the page must not take for a click outside its dialog, or for one of its own. */
const KEPT_FROM_PAGE = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown'];

/** The card in the page's top corner; it closes when `signal` aborts. */
export class EnrolmentCard {
  readonly #words: CardWords;
  readonly #onPress: (press: CardPress) => void;
  readonly #signal: AbortSignal;
  readonly #host = createElement('div', '');
  readonly #card = createElement('section', 'card');
  readonly #content = createElement('div', 'content');
  readonly #buttons = createElement('div', 'buttons');
  /** Below the buttons, which must not move under the pointer. */
  readonly #answer = createElement('p', 'hint');
  /** For views without a button that says 'Not now'. */
  readonly #close = createElement('button', 'close', '×');
  readonly #closing = new AbortController();
  readonly #visibility: VisibilityWatcher;
  /** Aborts when another view comes. */
  #view = new AbortController();
  readonly #dwell: Dwell;
  /** pressed: it is being proved that the user saw the card. */
  #state: 'ready' | 'pressed' = 'ready';

  constructor(words: CardWords, onPress: (press: CardPress) => void, signal: AbortSignal) {
    this.#words = words;
    this.#onPress = onPress;
    this.#signal = signal;
    this.#build();
    this.#listen();
    signal.addEventListener('abort', () => this.close());
    this.#dwell = new Dwell(this.#card, () => this.#setButtons(), this.#closing.signal);
    this.raise();
    // Watched for as long as the card lives: what covered an earlier view counts against a later one.
    this.#visibility = new VisibilityWatcher(this.#card, this.#closing.signal, () =>
      this.#dwell.restart(),
    );
  }

  show(view: CardView, undo: 'offered' | 'none' = 'none'): void {
    if (this.#signal.aborted) return;
    this.#view.abort();
    this.#view = new AbortController();
    const content = cardContent(view, this.#words, undo);
    const { title, account, digits, hint, note, tone, buttons } = content;
    this.#card.dataset['tone'] = tone;
    const parts = [createElement('p', 'title', title)];
    if (account) parts.push(createElement('p', 'account', account));
    if (digits) parts.push(createElement('p', 'digits', groupDigits(digits)));
    if (hint) parts.push(createElement('p', 'hint', hint));
    if (note) parts.push(createElement('p', 'hint', note));
    this.#content.replaceChildren(...parts);
    this.#close.hidden = buttons.some(({ press }) => press === 'dismiss');
    this.#buttons.replaceChildren(...buttons.map((button) => this.#createButton(button)));
    this.#answer.textContent = '';
    this.raise();
    this.#state = 'ready';
    this.#dwell.restart();
    this.#visibility.renew();
  }

  /**
   * Puts the card back on top of dialogs that the page has opened meanwhile, and
   * into view where the page has taken it out: the user sees it from then on.
   */
  raise(): void {
    if (this.#signal.aborted) return;
    // A modal dialog makes all outside it inert, the top layer included.
    const modal = [...ownMembers(document).querySelectorAll('dialog:modal')].at(-1);
    const parent = modal ?? ownMembers(document).documentElement;
    const isInPlace = this.#host.parentNode === parent;
    if (isInPlace && this.#host.matches(':popover-open')) return;
    if (!isInPlace) parent.append(this.#host);
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
    this.#dwell.restart();
  }

  close(): void {
    this.#view.abort();
    this.#closing.abort();
    this.#host.remove();
  }

  #build(): void {
    hosts.add(this.#host);
    this.#host.popover = 'manual';
    const root = this.#host.attachShadow({ mode: 'closed' });
    addStyle(root, cardStyle(this.#words.direction));
    markAsOurs(this.#card);
    this.#card.setAttribute('role', 'dialog');
    this.#card.setAttribute('aria-label', 'Nightlatch');
    this.#content.setAttribute('aria-live', 'polite');
    this.#answer.setAttribute('aria-live', 'polite');
    this.#close.type = 'button';
    this.#close.setAttribute('aria-label', this.#words.say('close'));
    this.#close.addEventListener('click', (event) => {
      if (event.isTrusted) this.#onPress('dismiss');
    });
    const header = createElement('header', '');
    header.append(createMark(), createElement('span', '', 'Nightlatch'), this.#close);
    this.#card.append(header, this.#content, this.#buttons, this.#answer);
    root.append(this.#card);
  }

  #listen(): void {
    // It may have opened a list of the browser's over the card, such as that of a select, which nobody sees from here.
    const onPressElsewhere = (event: Event): void => {
      if (event.isTrusted && event.target !== this.#host) this.#dwell.restart();
    };
    window.addEventListener('pointerdown', onPressElsewhere, {
      capture: true,
      passive: true,
      signal: this.#closing.signal,
    });
    for (const type of KEPT_FROM_PAGE) {
      this.#card.addEventListener(type, (event) => {
        event.stopPropagation();
        // Without this the page's dialog would lose the focus, and some close on that.
        if (type === 'mousedown') event.preventDefault();
      });
    }
  }

  #createButton({ word, press, rank }: CardButton): HTMLButtonElement {
    const button = createElement('button', rank, this.#words.say(word));
    button.type = 'button';
    button.name = press;
    button.addEventListener('click', (event) => void this.#onClick(press, event));
    return button;
  }

  /** A button shows whether a press of it would count by now. */
  #setButtons(): void {
    const isDead = this.#state === 'pressed' || !this.#dwell.isOver();
    for (const button of this.#buttons.querySelectorAll('button')) {
      button.ariaDisabled = isDead && button.name !== 'dismiss' ? 'true' : null;
    }
  }

  async #onClick(press: CardPress, event: Event): Promise<void> {
    if (!event.isTrusted || this.#state === 'pressed') return;
    // It gives nothing away, and need not be proved.
    if (press === 'dismiss') return this.#onPress('dismiss');
    if (!this.#dwell.isPressInTime(event)) return this.#sayEarly();
    this.#state = 'pressed';
    this.#setButtons();
    const view = this.#view.signal;
    const verdict = await this.#visibility.prove(event);
    // Another view came meanwhile: the click was meant for what stood there before.
    if (view.aborted) return;
    this.#state = 'ready';
    this.#setButtons();
    if (verdict === 'visible') this.#onPress(press);
    else if (verdict === 'unknown') this.#onPress('open');
    else if (verdict === 'early') this.#sayEarly();
    else this.#sayCovered();
  }

  /** A press that came too soon to count is answered all the same. */
  #sayEarly(): void {
    // A text node of its own each time: setting the same text again changes nothing, and is not said.
    this.#answer.replaceChildren(this.#words.say('early'));
    // The card is higher by a line: what was seen of the lower one is no sign of a trick.
    this.#visibility.renew();
  }

  #sayCovered(): void {
    this.#content.querySelector('.covered')?.remove();
    this.#content.append(createElement('p', 'hint covered', this.#words.say('covered')));
    // What came into the top layer after the card lies above it; shown again, the card is the last.
    this.#host.hidePopover();
    this.raise();
  }
}
