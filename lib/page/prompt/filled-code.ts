import type { Submit } from '../../policy/site-book.ts';
import type { ReleasedCode } from '../../protocol/page-messages.ts';
import { inputsOf, type CodeField } from '../field/code-field.ts';
import { typedIn } from '../field/editable.ts';
import { RequestWatcher } from '../dom/watch-requests.ts';
import { controlStateOf, type ControlState } from '../fill/control.ts';
import { digitsIn, type FillOutcome } from '../fill/fill.ts';
import { isConnected, isFilledIn, isSameShape } from './facts.ts';
import type { UserAct } from './user-act.ts';

/** So long after a fill, ms, a replaced field may still be the page's re-render of the same prompt. */
const RERENDER_MS = 1_000;
/** Fewer digits may be half of a code. */
const CODE_LENGTH_MIN = 6;

/** A code that was put into a field, and what has become of it. */
export class FilledCode {
  readonly code: ReleasedCode;
  readonly submit: Submit;
  readonly sent = new RequestWatcher();
  /** What the page's control showed before the code was put in. */
  readonly before: ControlState | undefined;
  #field: CodeField;
  readonly #atMs = performance.now();
  #isRefilled = false;
  /** Absent while the code is being put in: a page may take it at its last digit. */
  outcome: FillOutcome | undefined;

  constructor(field: CodeField, code: ReleasedCode, submit: Submit) {
    this.#field = field;
    this.code = code;
    this.submit = submit;
    this.before = submit === 'once' ? controlStateOf(field) : undefined;
  }

  /** Whether the code still stands in `field`, and nothing was sent. */
  standsIn(field: CodeField | undefined): boolean {
    if (!field || this.sent.state !== 'nothing') return false;
    return digitsIn(field, this.code.digits) === this.code.digits;
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
}

/** How a prompt ends: taken-away by its page, which goes on, or left together with the page. */
export type PromptEnd = 'taken-away' | 'left';

/** What is known of a prompt that ends. */
export interface Ending {
  readonly end: PromptEnd;
  /** own: a whole code of the user's own stands there. */
  readonly typed: 'own' | 'none';
  readonly given: FilledCode | undefined;
  /** What the user did last. */
  readonly act: UserAct;
  /** Whether we pressed the page's control. */
  readonly isPressed: boolean;
}

/**
 * What became of the code in a prompt that ends, be it ours or the user's own. A
 * request may be seen too late, or never: the user's press of the page's control
 * says the same, and so does a page that takes a prompt away while nobody touches it.
 */
export function outcomeOf(ending: Ending): 'sent-and-gone' | 'gone' | 'gone-unserved' {
  const { end, typed, given, act, isPressed } = ending;
  const isSeen = isPressed || given?.sent.state === 'sent';
  const isHeld = given ? given.outcome !== 'not-filled' : typed === 'own';
  const isMeant = act === 'send' || (act === 'none' && end === 'taken-away');
  if (isSeen || (isMeant && isHeld)) return 'sent-and-gone';
  return given ? 'gone' : 'gone-unserved';
}

/** What we put into which field of this document; dead codes, of no use to anyone. */
export class OwnDigits {
  readonly #byField = new WeakMap<object, string>();

  note(field: CodeField, digits: string): void {
    this.#byField.set(inputsOf(field)[0] ?? field, digits);
  }

  /** Whether a whole code stands there that is not ours. */
  typedIn(field: CodeField): 'own' | 'none' {
    const isWhole = digitsIn(field, '').length >= CODE_LENGTH_MIN;
    return isWhole && this.isTyped(field) ? 'own' : 'none';
  }

  /** Digits that are not ours. A page that comes back from the cache still holds our old code. */
  isTyped(field: CodeField): boolean {
    const digits = inputsOf(field).map(typedIn);
    return isFilledIn(field) && digits.join('') !== this.#byField.get(inputsOf(field)[0] ?? field);
  }
}
