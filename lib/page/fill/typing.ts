/** The single steps of filling: what a page's own handlers would see of a typing user. */
import { ownMembers } from '../dom/own-members.ts';
import { shadowOf } from '../dom/tree.ts';
import { isTextControl } from '../field/editable.ts';

/** Fields whose 'change' event is still due, with what ends the waiting for it. */
const dueChanges = new WeakMap<HTMLElement, AbortController>();

/**
 * Sets the value by the setter of the element's own prototype: frameworks put
 * a `value` property of their own on the element to learn of changes, and
 * ignore an input event whose value went through it.
 */
function setValue(input: HTMLElement, value: string): void {
  if (!isTextControl(input)) {
    input.textContent = value;
    return;
  }
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value');
  own?.set?.call(input, value);
}

/** The focused element, inside of shadow roots too. */
function focusedElement(): Element | undefined {
  let active = ownMembers(document).activeElement;
  for (let inner = active; inner; inner = shadowOf(inner)?.activeElement ?? null) active = inner;
  return active ?? undefined;
}

const TYPED_IN =
  'input:not([type="button"],[type="submit"],[type="checkbox"],[type="radio"],[type="image"]),textarea,select,[contenteditable]';

/** Whether the user is in a field that is none of `inputs`. */
export function isUserElsewhere(inputs: readonly HTMLElement[]): boolean {
  const active = focusedElement();
  if (!active || !ownMembers(active).matches(TYPED_IN) || !ownMembers(active).checkVisibility())
    return false;
  return !inputs.some((input) => input === active);
}

/** The focused element of the tree `input` lives in (shadow trees have their own). */
export function focused(input: HTMLElement): Element | undefined {
  const root = input.getRootNode();
  const active =
    root instanceof Document || root instanceof ShadowRoot ? ownMembers(root).activeElement : null;
  return active ?? undefined;
}

/** Focuses without scrolling, so that the page stays where the user left it. */
function focusOn(input: HTMLElement): void {
  if (focused(input) !== input) input.focus({ preventScroll: true });
}

/** focus: the field gets the focus first. stay: the user is in another field, which keeps it. */
export type Focusing = 'focus' | 'stay';

/**
 * Puts `text` into `input` as if typed. The 'change' event comes when the field
 * is left, as it does for a typing user: a page that sends on both events would
 * otherwise send the same code twice.
 */
export function typeInto(input: HTMLElement, text: string, focusing: Focusing): void {
  if (focusing === 'focus') focusOn(input);
  setValue(input, text);
  dueChanges.get(input)?.abort();
  const ending = new AbortController();
  dueChanges.set(input, ending);
  const typed = { bubbles: true, composed: true, inputType: 'insertText', data: text };
  input.dispatchEvent(new InputEvent('input', typed));
  const { signal } = ending;
  input.addEventListener('blur', () => commitChange(input), { signal });
  // From here on the browser itself fires the change.
  input.addEventListener('input', ({ isTrusted }) => isTrusted && ending.abort(), { signal });
  signal.addEventListener('abort', () => dueChanges.delete(input));
}

/** Fires the 'change' event of what was typed, where it is still due. */
export function commitChange(input: HTMLElement): void {
  const due = dueChanges.get(input);
  if (!due) return;
  due.abort();
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Whether a page can read what we paste. Firefox keeps the text of a script of
 * an extension from the page's handlers (only such scripts have wrappedJSObject there),
 * which would take the paste for an empty one.
 */
export const canPaste = (): boolean => !('wrappedJSObject' in globalThis);

/** For pages that collect a paste into their first box and spread it themselves. */
export function pasteInto(input: HTMLElement, text: string): void {
  focusOn(input);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const pasted = { bubbles: true, composed: true, cancelable: true, clipboardData };
  input.dispatchEvent(new ClipboardEvent('paste', pasted));
}

/** For boxes that listen to keys and write their digits themselves. */
export function pressInto(input: HTMLElement, digit: string): void {
  focusOn(input);
  const key = {
    bubbles: true,
    composed: true,
    cancelable: true,
    key: digit,
    code: `Digit${digit}`,
  };
  input.dispatchEvent(new KeyboardEvent('keydown', key));
  input.dispatchEvent(new KeyboardEvent('keyup', key));
}

/** Lets the page's own handlers and the renders they queued run. */
export async function afterHandlers(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** Lets a frame pass as well: controlled fields are put right when the page renders. */
export async function afterRender(): Promise<void> {
  await afterHandlers();
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    // A page that is not painted has no frames.
    setTimeout(resolve, 100);
  });
  await afterHandlers();
}
