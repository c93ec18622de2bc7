/** A code field in one form with user name and password: the code waits until the user has filled those. */
import { ownMembers } from '../dom/own-members.ts';
import { anchorOf, inputsOf, type CodeField } from '../field/code-field.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { focused } from '../fill/typing.ts';

/** A user who rests so long, ms, has finished a field. */
const REST_MS = 2_000;
const TEXT_FIELDS =
  'input:not([type]),input[type="text" i],input[type="email" i],input[type="tel" i],input[type="password" i]';

function formOf(field: CodeField): Element | undefined {
  const anchor = anchorOf(field);
  for (let at = anchor && parentOf(anchor); at; at = parentOf(at))
    if (ownMembers(at).matches('form') || isDialog(at)) return at;
  return undefined;
}

/** The other fields of the form, where a password is one of them. */
function otherFields(field: CodeField): readonly HTMLInputElement[] {
  const inputs = inputsOf(field);
  const form = formOf(field);
  if (!form) return [];
  const others = [...ownMembers(form).querySelectorAll<HTMLInputElement>(TEXT_FIELDS)].filter(
    (input) =>
      !inputs.some((each) => each === input) &&
      input.checkVisibility({ visibilityProperty: true }) &&
      !input.disabled &&
      !input.readOnly,
  );
  return others.some(({ type }) => type === 'password') ? others : [];
}

/** Whether the page asks for the code alone, and not for a password beside it. */
export function isAlone(field: CodeField): boolean {
  return otherFields(field).length === 0;
}

/**
 * Calls `onReady` once: when the code field gets the focus, or when all other
 * fields are filled and the user has left them or rests. Until `signal` aborts.
 */
class LogInForm {
  readonly #field: CodeField;
  readonly #others: readonly HTMLInputElement[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(field: CodeField) {
    this.#field = field;
    this.#others = otherFields(field);
  }

  get readiness(): 'ready' | 'held' {
    return this.#others.length === 0 || this.#hasFocus() ? 'ready' : 'held';
  }

  watch(onReady: () => void, signal: AbortSignal): void {
    const ending = new AbortController();
    const listen = {
      capture: true,
      passive: true,
      signal: AbortSignal.any([signal, ending.signal]),
    };
    const ready = (): void => {
      if (listen.signal.aborted) return;
      ending.abort();
      onReady();
    };
    const rest = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#isFilled() && ready(), REST_MS);
    };
    const onFocus = (): void => {
      if (this.#hasFocus() || (this.#isFilled() && !this.#isInOthers())) ready();
    };
    listen.signal.addEventListener('abort', () => clearTimeout(this.#timer));
    ownMembers(document).addEventListener('input', rest, listen);
    ownMembers(document).addEventListener('keydown', rest, listen);
    ownMembers(document).addEventListener('focusin', onFocus, listen);
    rest();
  }

  #hasFocus(): boolean {
    return inputsOf(this.#field).some((input) => focused(input) === input);
  }

  #isInOthers(): boolean {
    return this.#others.some((input) => focused(input) === input);
  }

  #isFilled(): boolean {
    return this.#others.every((input) => input.value !== '' || !input.isConnected);
  }
}

/** Whether a code may be put into a field that stands in a log-in form. */
export class LogInGate {
  #held: CodeField | undefined;
  #ready: CodeField | undefined;

  /** held: the user has not filled the rest of the form. Then `onReady` is called once he has. */
  readinessOf(field: CodeField, onReady: () => void, signal: AbortSignal): 'ready' | 'held' {
    if (this.#ready === field) return 'ready';
    const form = new LogInForm(field);
    if (form.readiness === 'ready') return 'ready';
    if (this.#held !== field) {
      this.#held = field;
      const open = (): void => {
        this.#ready = field;
        onReady();
      };
      form.watch(open, signal);
    }
    return 'held';
  }
}
