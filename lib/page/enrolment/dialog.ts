import { ownMembers } from '../dom/own-members.ts';
import { isDialog, parentOf } from '../dom/tree.ts';
import { isShown } from '../dom/visible.ts';
import { anchorOf, inputsOf, type CodeField } from '../field/code-field.ts';
import { valueOf } from '../field/editable.ts';

export const CONTROLS = 'a,button,input[type="submit"],input[type="button"],[role="button"]';
const LEAVING = /close|cancel|dismiss|back/i;
const SUBMITTING = /primary|submit|confirm/i;
const ERRORS =
  '[role="alert"],[class*="error" i],[class*="invalid" i],[class*="danger" i],[class*="warning" i]';

/** A longer text is no error message but a part of the page. */
const ERROR_LENGTH_MAX = 400;

/** True when `element` shows and has a size. */
export function isDrawn(element: Element | undefined): boolean {
  if (!element) return false;
  const own = ownMembers(element);
  if (!own.isConnected) return false;
  const { width, height } = own.getBoundingClientRect();
  return width > 0 && height > 0 && isShown(element);
}

function pathUp(element: Element | undefined): readonly Element[] {
  const path: Element[] = [];
  for (let at = element; at; at = parentOf(at)) path.push(at);
  return path;
}

/** The smallest part of the page that holds the QR, the field, and a control to press. */
export function dialogAround(picture: Element, field: CodeField | undefined): Element {
  const path = pathUp(picture);
  const fieldPath = new Set(pathUp(field && anchorOf(field)));
  const shared = field ? path.findIndex((element) => fieldPath.has(element)) : 0;
  const above = path.slice(Math.max(shared, 0));
  return (
    above.find((element) => isDialog(element)) ??
    above.find((element) => ownMembers(element).querySelector(CONTROLS)) ??
    ownMembers(document).documentElement
  );
}

/** The error messages now in view, to tell a new one from an old one. */
export function errorsIn(root: Document | Element): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of ownMembers(root).querySelectorAll<HTMLElement>(ERRORS)) {
    const { className, textContent } = ownMembers(element);
    const isGood = /success/i.test(className);
    const text = textContent.trim();
    // A countdown inside a warning is not a new error every second.
    if (!isGood && text !== '' && text.length < ERROR_LENGTH_MAX && isDrawn(element)) {
      found.add(text.replaceAll(/\d+/g, '#'));
    }
  }
  return found;
}

/** True when the page has marked the field as wrong. */
export function isMarkedWrong(field: CodeField | undefined): boolean {
  return field !== undefined && inputsOf(field).some((input) => input.ariaInvalid === 'true');
}

/** True when the field holds as many digits as a code has. */
export function isFilled(field: CodeField | undefined): boolean {
  if (!field) return false;
  const typed = inputsOf(field).map(valueOf).join('');
  return /^\d{6,8}$/.test(typed.replaceAll(/\s/g, ''));
}

/** What pressing `control` means; unclear: its marks name neither. */
export function meaningOf(control: Element, dialog: Element): 'submit' | 'leave' | 'unclear' {
  const marks = `${control.className} ${control.id} ${control.ariaLabel ?? ''}`;
  if (LEAVING.test(marks) || control.textContent.trim() === '') return 'leave';
  const type = control.getAttribute('type');
  if (SUBMITTING.test(marks) || type === 'submit') return 'submit';
  const controls = [...ownMembers(dialog).querySelectorAll(CONTROLS)].filter(
    (each) => isDrawn(each) && each.textContent.trim() !== '',
  );
  if (controls.length === 1) return 'submit';
  const isDefault = control instanceof HTMLButtonElement && type === null && control.form !== null;
  if (isDefault) return 'submit';
  return controls.some((each) => SUBMITTING.test(each.className)) ? 'leave' : 'unclear';
}
