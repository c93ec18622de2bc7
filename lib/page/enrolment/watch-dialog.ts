import { PollWhileActive } from '../dom/poll-while-active.ts';
import { anchorOf, inputsOf, type CodeField } from '../field/code-field.ts';
import { isDialog, parentOf, rootsAround } from '../dom/tree.ts';
import { isOfferHost } from './card.ts';

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

type Act = 'none' | 'filled' | 'submitted' | 'left' | 'submitted-then-left';

const CONTROLS = 'a,button,input[type="submit"],input[type="button"],[role="button"]';
const LEAVES = /close|cancel|dismiss|back/i;
const LEADS = /primary|submit|confirm/i;
const ERRORS =
  '[role="alert"],[class*="error" i],[class*="invalid" i],[class*="danger" i],[class*="warning" i]';

/** Between two screens a page may show nothing for a moment. */
const SETTLE_MS = 400;
/** Some pages submit by themselves on the sixth digit. */
const AUTO_SUBMIT_MS = 5_000;
const TICK_MS = 150;

function isShowing(element: Element | undefined): boolean {
  if (!element?.isConnected) return false;
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 0 &&
    height > 0 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

function pathUp(element: Element | undefined): readonly Element[] {
  const path: Element[] = [];
  for (let at = element; at; at = parentOf(at)) path.push(at);
  return path;
}

/** The smallest part of the page that holds the QR, the field, and a control to press. */
export function dialogOf(picture: Element, field: CodeField | undefined): Element {
  const path = pathUp(picture);
  const fieldPath = new Set(pathUp(field && anchorOf(field)));
  const shared = field ? path.findIndex((element) => fieldPath.has(element)) : 0;
  const above = path.slice(Math.max(shared, 0));
  return (
    above.find((element) => isDialog(element)) ??
    above.find((element) => element.querySelector(CONTROLS)) ??
    document.documentElement
  );
}

/** The words on errors now in view, to tell a new one from an old one. */
function errorsIn(root: ParentNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of root.querySelectorAll<HTMLElement>(ERRORS)) {
    const isGood = /success/i.test(element.className);
    const text = element.textContent.trim();
    // A countdown inside a warning is not a new error every second.
    if (!isGood && text !== '' && text.length < 400 && isShowing(element)) {
      found.add(text.replaceAll(/\d+/g, '#'));
    }
  }
  return found;
}

function isMarkedWrong(field: CodeField | undefined): boolean {
  return field !== undefined && inputsOf(field).some((input) => input.ariaInvalid === 'true');
}

function isFilled(field: CodeField | undefined): boolean {
  if (!field) return false;
  const typed = inputsOf(field)
    .map((input) => input.value)
    .join('');
  return /^\d{6,8}$/.test(typed.replaceAll(/\s/g, ''));
}

/** What pressing `control` means; a control that is neither clearly says nothing. */
function meaningOf(control: Element, dialog: Element): 'submit' | 'leave' | 'unclear' {
  const marks = `${control.className} ${control.id} ${control.ariaLabel ?? ''}`;
  if (LEAVES.test(marks) || control.textContent.trim() === '') return 'leave';
  const type = control.getAttribute('type');
  if (LEADS.test(marks) || type === 'submit') return 'submit';
  const controls = [...dialog.querySelectorAll(CONTROLS)].filter(
    (each) => isShowing(each) && each.textContent.trim() !== '',
  );
  if (controls.length === 1) return 'submit';
  const isDefault = control instanceof HTMLButtonElement && type === null && control.form !== null;
  if (isDefault) return 'submit';
  return controls.some((each) => LEADS.test(each.className)) ? 'leave' : 'unclear';
}

/**
 * Watches how the enrolment in `dialog` ends, until `signal` aborts. Careful
 * by design: an account is called confirmed only when the user submitted six
 * digits, the QR and the field went away, and no error came.
 */
export function watchDialog(
  dialog: EnrolmentDialog,
  onOutcome: (outcome: DialogOutcome) => void,
  signal: AbortSignal,
): { noteFill(): void } {
  let act: Act = 'none';
  let filledMs = -Infinity;
  let goneSinceMs: number | undefined;
  let home = dialogOf(dialog.picture(), dialog.field());
  let errorsBefore: ReadonlySet<string> = errorsIn(document);
  let wasWrong = isMarkedWrong(dialog.field());

  function submit(): void {
    errorsBefore = errorsIn(document);
    wasWrong = isMarkedWrong(dialog.field());
    act = 'submitted';
  }
  function leave(): void {
    act = act === 'submitted' || act === 'submitted-then-left' ? 'submitted-then-left' : 'left';
  }

  const seen = new WeakSet<Event>();
  function onAct(event: Event): void {
    if (!event.isTrusted || seen.has(event) || isGone()) return;
    seen.add(event);
    const path = event.composedPath().filter((node) => node instanceof Element);
    if (path.some((node) => isOfferHost(node))) return;
    if (event instanceof KeyboardEvent) {
      if (event.key === 'Escape') leave();
      const inField = path.some((node) => node instanceof HTMLInputElement && home.contains(node));
      if (event.key === 'Enter' && inField && isFilled(dialog.field())) submit();
      return;
    }
    home = dialogOf(dialog.picture(), dialog.field());
    const control = path.find((node) => node.matches(CONTROLS));
    if (path[0] === home || !path.includes(home)) {
      leave();
      return;
    }
    if (!control) {
      // The page's own closing without a submit must not pass for an automatic one.
      if (act === 'filled') act = 'none';
      return;
    }
    const meaning = meaningOf(control, home);
    if (meaning === 'leave') leave();
    else if (meaning === 'submit' && isFilled(dialog.field())) submit();
    else if (meaning === 'unclear' && act !== 'submitted') act = 'submitted-then-left';
  }

  function isGone(): boolean {
    const field = dialog.field();
    return !isShowing(dialog.picture()) && !isShowing(field && anchorOf(field));
  }

  function outcomeWhenGone(): DialogOutcome {
    if (act === 'left') return 'cancelled';
    const isNewError = [...errorsIn(document)].some((text) => !errorsBefore.has(text));
    if (isNewError || act === 'submitted-then-left' || act === 'none') return 'unsure';
    return 'accepted';
  }

  function tick(): void {
    const nowMs = performance.now();
    if (act === 'filled' && nowMs - filledMs > AUTO_SUBMIT_MS) act = 'none';
    if (isGone()) {
      goneSinceMs ??= nowMs;
      if (nowMs - goneSinceMs >= SETTLE_MS) {
        stop();
        onOutcome(outcomeWhenGone());
      }
      return;
    }
    goneSinceMs = undefined;
    const errors = errorsIn(document);
    // An error that went away is news when it comes again.
    errorsBefore = new Set([...errorsBefore].filter((text) => errors.has(text)));
    if (act !== 'submitted' && act !== 'filled') return;
    const isNewError = [...errorsIn(home)].some((text) => !errorsBefore.has(text));
    if (!isNewError && (wasWrong || !isMarkedWrong(dialog.field()))) return;
    act = 'none';
    onOutcome('refused');
  }

  const ending = new AbortController();
  function stop(): void {
    ending.abort();
  }
  signal.addEventListener('abort', stop);
  const parts = (): readonly Element[] => {
    const shown = dialog.field();
    const anchor = shown && anchorOf(shown);
    return anchor ? [dialog.picture(), anchor] : [dialog.picture()];
  };
  const poll = {
    steps: [{ untilMs: 5_000, everyMs: TICK_MS }],
    quietEveryMs: 5_000,
    roots: () => rootsAround(parts()),
  } as const;
  new PollWhileActive(tick, poll, ending.signal).start();
  // Inside a closed shadow root only a listener of its own sees what was pressed.
  for (const root of new Set<EventTarget>([window, ...parts().map((part) => part.getRootNode())])) {
    for (const type of ['click', 'keydown']) {
      root.addEventListener(type, onAct, { capture: true, passive: true, signal: ending.signal });
    }
  }
  return {
    noteFill(): void {
      errorsBefore = errorsIn(document);
      wasWrong = isMarkedWrong(dialog.field());
      filledMs = performance.now();
      act = 'filled';
    },
  };
}
