import { inputsOf, type CodeField } from '../field/code-field.ts';
import { typedIn } from '../field/editable.ts';
import { SentWatcher } from '../dom/watch-requests.ts';
import { digitsIn } from '../fill/fill.ts';
import type { GivenCode, Submit } from './backend.ts';
import { isConnected, isFilledIn, isSameShape } from './facts.ts';

/** So long after a fill, ms, a replaced field may still be the page's re-render of the same prompt. */
const RERENDER_MS = 1_000;

/** A code that was put into a field, and what has become of it. */
export class Given {
  readonly code: GivenCode;
  readonly submit: Submit;
  readonly sent = new SentWatcher();
  #field: CodeField;
  readonly #atMs = performance.now();
  #isRefilled = false;

  constructor(field: CodeField, code: GivenCode, submit: Submit) {
    this.#field = field;
    this.code = code;
    this.submit = submit;
  }

  /** Whether the code still stands in `field`, and nothing was sent. */
  standsIn(field: CodeField): boolean {
    return this.sent.state === 'nothing' && digitsIn(field) === this.code.digits;
  }

  /**
   * Whether `field` is the page's re-render of the field that the code was put
   * into, to be filled again: once, at once, and never after anything was sent,
   * because an empty field then asks for another code.
   */
  takeRefill(field: CodeField): 'refill' | 'no' {
    if (this.#isRefilled || isFilledIn(field) || isConnected(this.#field)) return 'no';
    if (performance.now() - this.#atMs > RERENDER_MS || this.sent.state === 'sent') return 'no';
    if (!isSameShape(this.#field, field)) return 'no';
    this.#isRefilled = true;
    this.#field = field;
    return 'refill';
  }

  /** Whether `field` asks for something else than the field that the code was put into. */
  isOtherPrompt(field: CodeField): boolean {
    return !isConnected(this.#field) && !isSameShape(this.#field, field);
  }
}

/** What we put into which field of this document; dead codes, of no use to anyone. */
export class OwnDigits {
  readonly #byField = new WeakMap<object, string>();

  note(field: CodeField, digits: string): void {
    this.#byField.set(inputsOf(field)[0] ?? field, digits);
  }

  /** Digits that are not ours. A page that comes back from the cache still holds our old code. */
  isTyped(field: CodeField): boolean {
    const digits = inputsOf(field).map(typedIn);
    return isFilledIn(field) && digits.join('') !== this.#byField.get(inputsOf(field)[0] ?? field);
  }
}
