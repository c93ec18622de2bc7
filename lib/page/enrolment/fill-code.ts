import { errorCodeOf, type ErrorCode } from '../../errors.ts';
import { CODE_LEFT_MIN_MS } from '../../limits.ts';
import type { EnrolmentCodeAnswer, ReleasedCode } from '../../protocol/page-messages.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { inputsOf, type CodeField } from '../field/code-field.ts';
import { findCodeField } from '../field/find-field.ts';
import { digitsIn, fillCode } from '../fill/fill.ts';
import type { CardView } from './card-view.ts';
import type { EnrolmentBackend } from './ports.ts';

export interface CodeFillerOptions {
  readonly picture: () => Element;
  readonly code: () => ReturnType<EnrolmentBackend['code']>;
  readonly show: (view: CardView) => void;
  /** Called before each filling. */
  readonly onFilling: () => void;
  readonly onFailed: (code: ErrorCode) => void;
}

/** ms for which a code that the user leaves in the field is replaced by the next one. */
const REFILL_MAX_MS = 10 * 60_000;

/**
 * The code field nearest to the QR in `picture`, and of the same dialog: the
 * page behind a dialog may ask for another code, of another account.
 */
function findFieldBy(picture: Element): CodeField | undefined {
  for (let at = parentOf(picture); at; at = parentOf(at)) {
    const found = findCodeField(at, { moment: 'enrolment' })?.field;
    if (found || isDialog(at)) return found;
  }
  return undefined;
}

/** Keeps a valid code in the enrolment's field until `signal` aborts. */
export class CodeFiller {
  readonly #options: CodeFillerOptions;
  readonly #signal: AbortSignal;
  readonly #startedMs = performance.now();
  #field: CodeField | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CodeFillerOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** The field last filled or found. */
  get field(): CodeField | undefined {
    return this.#field;
  }

  /** Fills the code, or waits until there is one. */
  async take(answer: EnrolmentCodeAnswer): Promise<void> {
    if (answer.kind === 'fill') return this.#fill(answer.code);
    this.#options.show({ kind: 'waiting' });
    this.#after(answer.untilMs - Date.now(), () => void this.fillNext());
  }

  /** Fills `code`, or waits for the next one when it is about to end. */
  async #fill(code: ReleasedCode): Promise<void> {
    const { show, onFilling } = this.#options;
    const leftMs = code.validUntilMs - Date.now();
    if (leftMs < CODE_LEFT_MIN_MS) {
      show({ kind: 'waiting' });
      this.#after(leftMs, () => void this.fillNext());
      return;
    }
    const field = this.#findField();
    onFilling();
    const outcome = field ? await fillCode(field, code.digits) : 'not-filled';
    if (this.#signal.aborted) return;
    if (outcome === 'filled') show({ kind: 'filled' });
    else show({ kind: 'to-type', digits: code.digits });
    this.#after(leftMs, () => {
      // The user took longer than the code lives: the page would refuse it by now.
      const isOurs =
        outcome === 'not-filled' || (field && digitsIn(field, code.digits) === code.digits);
      if (isOurs && performance.now() - this.#startedMs < REFILL_MAX_MS) void this.fillNext();
    });
  }

  /** Asks for a code that nobody has used yet, and fills it. */
  async fillNext(): Promise<void> {
    const { code, onFailed } = this.#options;
    try {
      const answer = await code();
      if (this.#signal.aborted) return;
      await this.take(answer);
    } catch (thrown) {
      onFailed(errorCodeOf(thrown));
    }
  }

  #findField(): CodeField | undefined {
    const known = this.#field;
    if (known && inputsOf(known).every((input) => input.isConnected)) return known;
    this.#field = findFieldBy(this.#options.picture()) ?? known;
    return this.#field;
  }

  #after(delayMs: number, then: () => void): void {
    clearTimeout(this.#timer);
    if (!this.#signal.aborted) this.#timer = setTimeout(then, Math.max(0, delayMs));
  }
}
