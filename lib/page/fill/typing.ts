/** The single acts of filling: what a page's own handlers would see of a typing user. */

/**
 * The setter of the element's own prototype: frameworks put their own `value`
 * property on the element to learn of changes, and ignore an input event whose
 * value went through it.
 */
function setValue(input: HTMLInputElement, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value');
  own?.set?.call(input, value);
}

/** Focuses without scrolling: the page stays where the user left it. */
function focusOn(input: HTMLInputElement): void {
  if (focused(input) !== input) input.focus({ preventScroll: true });
}

/** The focused element of the tree `input` lives in (shadow trees have their own). */
export function focused(input: HTMLInputElement): Element | undefined {
  const root = input.getRootNode();
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return active ?? undefined;
}

/** Puts `text` into `input` as if typed; 'change' follows, as it does when the user leaves the field. */
export function typeInto(input: HTMLInputElement, text: string): void {
  focusOn(input);
  setValue(input, text);
  const typed = { bubbles: true, composed: true, inputType: 'insertText', data: text };
  input.dispatchEvent(new InputEvent('input', typed));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** For pages that collect a paste into their first box and spread it themselves. */
export function pasteInto(input: HTMLInputElement, text: string): void {
  focusOn(input);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const pasted = { bubbles: true, composed: true, cancelable: true, clipboardData };
  input.dispatchEvent(new ClipboardEvent('paste', pasted));
}

/** For boxes that listen to keys and write their digits themselves. */
export function pressInto(input: HTMLInputElement, digit: string): void {
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
