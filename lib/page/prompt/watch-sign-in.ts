/** The user's own hands in a log-in form. Only events the browser marks as trusted count. */
import { isDialog, parentOf, shadowOf } from '../dom/tree.ts';

/** How often the background is told of the same log-in. */
const REST_MS = 1000;
const MOST_CHARACTERS = 254;

const PASSWORD = 'input[type="password"]';
const IDENTITY =
  'input[type="email"],input[autocomplete~="username"],input[autocomplete~="email"],input[type="text"],input[type="tel"],input:not([type])';
const IDENTITY_NAME = /mail|user|login|account|ident/i;

/** The form of `element`, else the nearest element round it with a password field, dialogs being the border. */
function formOf(element: Element): Element | undefined {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    if (at.matches('form') || isDialog(at) || at.querySelector(PASSWORD)) return at;
  }
  return undefined;
}

/** Where the event happened: its path ends at the host of a closed shadow root, which only an extension can open. */
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
  const fields = [...form.querySelectorAll<HTMLInputElement>(IDENTITY)].filter(isShown);
  const named = fields.find(namesIdentity);
  const password = [...form.querySelectorAll(PASSWORD)].find(isShown);
  if (!password) return named;
  const before = fields.filter(
    (field) => field.compareDocumentPosition(password) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return named ?? before.at(-1);
}

/** A form with a visible password field, or one that asks for an e-mail or user name first. */
function isLogIn(form: Element): boolean {
  return [...form.querySelectorAll(PASSWORD)].some(isShown) || identityField(form) !== undefined;
}

/**
 * Calls `onSignIn` when the user types or clicks in a log-in form, with the
 * e-mail (or user name) that stands in it; at most once a second, and always
 * with the last one. Until `signal` aborts.
 */
export function watchSignIn(
  onSignIn: (identity: string | undefined) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = -REST_MS;
  let identity: string | undefined;

  function tell(): void {
    timer = undefined;
    lastMs = performance.now();
    onSignIn(identity);
  }

  function onAct(event: Event): void {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    const target = innermost(event);
    if (!target) return;
    const form = formOf(target);
    if (!form || !isLogIn(form)) return;
    const named = identityField(form);
    const passwords = [...form.querySelectorAll<HTMLInputElement>(PASSWORD)];
    const fields = named ? [named, ...passwords] : passwords;
    // Clicking beside the form, or on a cookie notice of the same page, is no log-in.
    const isHere =
      event.type === 'click'
        ? target.closest(ACTION) !== null && fields.some((field) => field.value !== '')
        : fields.some((field) => field === target);
    if (!isHere) return;
    identity = named?.value.trim().slice(0, MOST_CHARACTERS) || undefined;
    const waitMs = lastMs + REST_MS - performance.now();
    // What sends the form may take the page away: then there is no later.
    if (event.type === 'input' && waitMs > 0) timer ??= setTimeout(tell, waitMs);
    else {
      clearTimeout(timer);
      tell();
    }
  }

  for (const name of ['input', 'change', 'click', 'keydown'])
    document.addEventListener(name, onAct, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}

const ACTION =
  'button,a,[role="button"],input[type="submit"],input[type="button"],input[type="image"]';
