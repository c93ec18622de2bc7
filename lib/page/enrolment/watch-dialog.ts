import { PollWhileActive } from '../dom/poll-while-active.ts';
import { ownMembers } from '../dom/own-members.ts';
import { rootsAround } from '../dom/tree.ts';
import { anchorOf, type CodeField } from '../field/code-field.ts';
import { isCardHost } from './card.ts';
import {
  CONTROLS,
  dialogAround,
  errorsIn,
  isDrawn,
  isFilled,
  isMarkedWrong,
  meaningOf,
} from './dialog.ts';

/**
 * accepted: the dialog moved on after the user's submit, without an error.
 * refused: it stays and shows a new error. cancelled: the user left it.
 * unsure: it went away, and nobody can say why.
 */
export type DialogOutcome = 'accepted' | 'refused' | 'cancelled' | 'unsure';

/** What is watched; the page may replace either while it is open. */
export interface EnrolmentDialog {
  /** The element that shows the QR. */
  picture(): Element;
  field(): CodeField | undefined;
}

/** What was last done in the dialog. */
type LastAct = 'none' | 'filled' | 'submitted' | 'left' | 'submitted-then-left';

/** ms: between two screens a page may show nothing for a moment. */
const SETTLE_MS = 400;
/** ms: some pages submit by themselves on the sixth digit, and do so soon. */
const AUTO_SUBMIT_MS = 5_000;
const CHECK_MS = 150;

/**
 * Watches how the enrolment in a dialog ends, until the signal aborts. It is
 * careful by design: an account is called confirmed only when the user
 * submitted six digits, the QR and the field went away, and no error came.
 */
export class DialogWatcher {
  readonly #dialog: EnrolmentDialog;
  readonly #onOutcome: (outcome: DialogOutcome) => void;
  readonly #ending = new AbortController();
  readonly #handled = new WeakSet<Event>();
  #lastAct: LastAct = 'none';
  #filledMs = -Infinity;
  #goneSinceMs: number | undefined;
  /** The smallest part of the page that holds QR, field and controls. */
  #home: Element;
  #errorsBefore: ReadonlySet<string> = errorsIn(document);
  #wasMarkedWrong: boolean;

  constructor(
    dialog: EnrolmentDialog,
    onOutcome: (outcome: DialogOutcome) => void,
    signal: AbortSignal,
  ) {
    this.#dialog = dialog;
    this.#onOutcome = onOutcome;
    this.#home = dialogAround(dialog.picture(), dialog.field());
    this.#wasMarkedWrong = isMarkedWrong(dialog.field());
    signal.addEventListener('abort', () => this.#ending.abort());
  }

  start(): this {
    const { signal } = this.#ending;
    const poll = {
      steps: [{ untilMs: 5_000, everyMs: CHECK_MS }],
      quietEveryMs: 5_000,
      roots: () => rootsAround(this.#parts()),
    } as const;
    new PollWhileActive(() => this.#check(), poll, signal).start();
    // What was pressed inside a closed shadow root only a listener of that root learns.
    const roots = this.#parts().map((part) => ownMembers(part).getRootNode());
    for (const root of new Set<EventTarget>([window, ...roots])) {
      const target = root instanceof Node ? ownMembers(root) : root;
      for (const type of ['click', 'keydown']) {
        const listen = { capture: true, passive: true, signal };
        target.addEventListener(type, (event) => this.#onEvent(event), listen);
      }
    }
    return this;
  }

  /** A code of ours was just put into the field. */
  noteFilled(): void {
    this.#rememberErrors();
    this.#filledMs = performance.now();
    this.#lastAct = 'filled';
  }

  #parts(): readonly Element[] {
    const field = this.#dialog.field();
    const anchor = field && anchorOf(field);
    return anchor ? [this.#dialog.picture(), anchor] : [this.#dialog.picture()];
  }

  #rememberErrors(): void {
    this.#errorsBefore = errorsIn(document);
    this.#wasMarkedWrong = isMarkedWrong(this.#dialog.field());
  }

  #noteSubmitted(): void {
    this.#rememberErrors();
    this.#lastAct = 'submitted';
  }

  #noteLeft(): void {
    const wasSubmitted = ['submitted', 'submitted-then-left'].includes(this.#lastAct);
    this.#lastAct = wasSubmitted ? 'submitted-then-left' : 'left';
  }

  #onEvent(event: Event): void {
    if (!event.isTrusted || this.#handled.has(event) || this.#isGone()) return;
    this.#handled.add(event);
    const path = event.composedPath().filter((node) => node instanceof Element);
    if (path.some((node) => isCardHost(node))) return;
    if (event instanceof KeyboardEvent) this.#onKey(event.key, path);
    else this.#onClick(path);
  }

  #onKey(key: string, path: readonly Element[]): void {
    if (key === 'Escape') this.#noteLeft();
    const isInField = path.some(
      (node) => node instanceof HTMLInputElement && ownMembers(this.#home).contains(node),
    );
    if (key === 'Enter' && isInField && isFilled(this.#dialog.field())) this.#noteSubmitted();
  }

  #onClick(path: readonly Element[]): void {
    this.#home = dialogAround(this.#dialog.picture(), this.#dialog.field());
    const control = path.find((node) => ownMembers(node).matches(CONTROLS));
    if (path[0] === this.#home || !path.includes(this.#home)) {
      this.#noteLeft();
      return;
    }
    if (!control) {
      // A page that closes its dialog without a submit must not pass for one that submits by itself.
      if (this.#lastAct === 'filled') this.#lastAct = 'none';
      return;
    }
    const meaning = meaningOf(control, this.#home);
    if (meaning === 'leave') this.#noteLeft();
    else if (meaning === 'submit' && isFilled(this.#dialog.field())) this.#noteSubmitted();
    else if (meaning === 'unclear' && this.#lastAct !== 'submitted') {
      this.#lastAct = 'submitted-then-left';
    }
  }

  #isGone(): boolean {
    return this.#parts().every((part) => !isDrawn(part));
  }

  #outcomeWhenGone(): DialogOutcome {
    if (this.#lastAct === 'left') return 'cancelled';
    const isNewError = [...errorsIn(document)].some((text) => !this.#errorsBefore.has(text));
    if (isNewError || this.#lastAct === 'submitted-then-left' || this.#lastAct === 'none') {
      return 'unsure';
    }
    return 'accepted';
  }

  #check(): void {
    const nowMs = performance.now();
    if (this.#lastAct === 'filled' && nowMs - this.#filledMs > AUTO_SUBMIT_MS) {
      this.#lastAct = 'none';
    }
    if (!this.#isGone()) {
      this.#goneSinceMs = undefined;
      this.#checkErrors();
      return;
    }
    this.#goneSinceMs ??= nowMs;
    if (nowMs - this.#goneSinceMs < SETTLE_MS) return;
    this.#ending.abort();
    this.#onOutcome(this.#outcomeWhenGone());
  }

  #checkErrors(): void {
    const errors = errorsIn(document);
    // An error that went away counts as new when it comes again.
    this.#errorsBefore = new Set([...this.#errorsBefore].filter((text) => errors.has(text)));
    if (this.#lastAct !== 'submitted' && this.#lastAct !== 'filled') return;
    const isNewError = [...errorsIn(this.#home)].some((text) => !this.#errorsBefore.has(text));
    const isNewlyMarked = !this.#wasMarkedWrong && isMarkedWrong(this.#dialog.field());
    if (!isNewError && !isNewlyMarked) return;
    this.#lastAct = 'none';
    this.#onOutcome('refused');
  }
}
