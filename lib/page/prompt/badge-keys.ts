/** The way from a code field to the badge's button and back, by keyboard. */
import { ownMembers } from '../dom/own-members.ts';
import { typedIn } from '../field/editable.ts';
import { focused } from '../fill/typing.ts';

/** Hidden from the page, so that a dialog that takes the focus back whenever it leaves lets the button have it. */
const FOCUS_EVENTS = ['focus', 'focusin', 'blur', 'focusout'] as const;

function isEmpty(inputs: readonly HTMLElement[]): boolean {
  return inputs.every((input) => typedIn(input) === '');
}

/**
 * Arrow down in an empty field of `inputs` leads to `button`, as it leads into
 * the browser's own list of suggestions; arrow up and Escape lead back. The tab
 * key would not do: the badge stands at the end of the page, and a modal dialog
 * keeps the focus to itself. The events that tell of a focus in `host` are
 * therefore kept from the page. Until `signal` aborts.
 */
export function watchKeys(
  inputs: readonly HTMLElement[],
  host: HTMLElement,
  button: HTMLButtonElement,
  signal: AbortSignal,
): void {
  const isInside = (): boolean =>
    host.getRootNode() === document && ownMembers(document).activeElement === host;

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key === 'Tab') return;
    if (isInside()) {
      // A page that handles keys itself would press or close something by them.
      event.stopImmediatePropagation();
      if (event.type !== 'keydown' || !/^(ArrowUp|Escape)$/.test(event.key)) return;
      event.preventDefault();
      inputs.find((input) => input.isConnected)?.focus({ preventScroll: true });
      return;
    }
    if (event.type !== 'keydown' || event.key !== 'ArrowDown') return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isEmpty(inputs)) return;
    if (!inputs.some((input) => focused(input) === input)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    button.focus({ preventScroll: true });
  }

  function onFocus(event: FocusEvent): void {
    const isGone = event.type === 'blur' || event.type === 'focusout';
    if (event.target === host || (isGone && event.relatedTarget === host))
      event.stopImmediatePropagation();
  }

  const listen = { capture: true, signal };
  for (const name of ['keydown', 'keyup', 'keypress'] as const)
    window.addEventListener(name, onKey, listen);
  for (const name of FOCUS_EVENTS) window.addEventListener(name, onFocus, listen);
}
