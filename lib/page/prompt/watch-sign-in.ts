/** The user's own input in a log-in form. Only events that the browser marks as trusted count. */
import { ownMembers } from '../dom/own-members.ts';
import { isDialog, parentOf, shadowOf } from '../dom/tree.ts';

/** The background is told of typing once in this time, ms. */
const REST_MS = 1000;
const MOST_CHARACTERS = 254;

const ACTION =
  'button,a,[role="button"],input[type="submit"],input[type="button"],input[type="image"]';
const PASSWORD = 'input[type="password"]';
const IDENTITY =
  'input[type="email"],input[autocomplete~="username"],input[autocomplete~="email"],input[type="text"],input[type="tel"],input:not([type])';
const IDENTITY_NAME = /mail|user|login|account|ident/i;

/** The form or dialog round `element`, or the nearest element round it with a password field. */
function formOf(element: Element): Element | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    if (ownMembers(at).matches('form') || isDialog(at) || ownMembers(at).querySelector(PASSWORD))
      return at;
  }
  return undefined;
}

/** Where the event happened. Its path ends at the host of a closed shadow root, which only an extension can open. */
export function innermost(event: Event): Element | undefined {
  let [target] = event.composedPath();
  while (target instanceof Element) {
    const root = shadowOf(target);
    const inner =
      event instanceof MouseEvent
        ? root?.elementFromPoint(event.clientX, event.clientY)
        : root?.activeElement;
    if (!inner || !root?.contains(inner)) return target;
    target = inner;
  }
  return undefined;
}

function isShown(input: Element): boolean {
  return input.checkVisibility({ visibilityProperty: true });
}

function namesIdentity(input: HTMLInputElement): boolean {
  return (
    input.type === 'email' ||
    /username|email/.test(input.autocomplete) ||
    IDENTITY_NAME.test(`${input.name} ${input.id} ${input.placeholder}`)
  );
}

/** The field of the e-mail or user name in `form`, where it is a log-in form. */
function identityField(form: Element): HTMLInputElement | undefined {
  const fields = [...ownMembers(form).querySelectorAll<HTMLInputElement>(IDENTITY)].filter(isShown);
  const named = fields.find(namesIdentity);
  const password = [...ownMembers(form).querySelectorAll(PASSWORD)].find(isShown);
  if (!password) return named;
  const before = fields.filter(
    (field) => field.compareDocumentPosition(password) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return named ?? before.at(-1);
}

/** A form with a visible password field, or one that asks for an e-mail or user name first. */
function isLogIn(form: Element): boolean {
  return (
    [...ownMembers(form).querySelectorAll(PASSWORD)].some(isShown) ||
    identityField(form) !== undefined
  );
}

/** The fields of a log-in form that the user fills himself. */
function ownFields(form: Element): readonly HTMLInputElement[] {
  const identity = identityField(form);
  const passwords = [...ownMembers(form).querySelectorAll<HTMLInputElement>(PASSWORD)];
  return identity ? [identity, ...passwords] : passwords;
}

/**
 * Calls `onSignIn` when the user types or presses in a log-in form, with the
 * e-mail (or user name) that stands in it; at most once a second, and always
 * with the last one. Until `signal` aborts.
 */
export function watchSignIn(onSignIn: OnSignIn, signal: AbortSignal): void {
  const watcher = new SignInWatcher(onSignIn);
  const listen = { capture: true, passive: true, signal };
  for (const name of ['input', 'change', 'click', 'keydown'])
    ownMembers(document).addEventListener(name, (event) => watcher.onEvent(event), listen);
  signal.addEventListener('abort', () => watcher.stop());
}

type OnSignIn = (identity: string | undefined) => void;

class SignInWatcher {
  readonly #onSignIn: OnSignIn;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldMs = -REST_MS;
  #identity: string | undefined;

  constructor(onSignIn: OnSignIn) {
    this.#onSignIn = onSignIn;
  }

  onEvent(event: Event): void {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    const target = innermost(event);
    const form = target && formOf(target);
    if (!form || !isLogIn(form)) return;
    const fields = ownFields(form);
    // A click beside the form, or on a cookie notice of the same page, is no log-in.
    const isHere =
      event.type === 'click'
        ? ownMembers(target).closest(ACTION) !== null && fields.some((field) => field.value !== '')
        : fields.some((field) => field === target);
    if (!isHere) return;
    this.#identity = identityField(form)?.value.trim().slice(0, MOST_CHARACTERS) || undefined;
    const waitMs = this.#toldMs + REST_MS - performance.now();
    // Every event but typing may send the form and take the page away, and a timer with it.
    if (event.type === 'input' && waitMs > 0)
      this.#timer ??= setTimeout(() => this.#tell(), waitMs);
    else this.#tell();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toldMs = performance.now();
    this.#onSignIn(this.#identity);
  }
}
