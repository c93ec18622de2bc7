/**
 * What a code can be typed into: an input, a text area, or an element that its
 * page lets the user edit ("editing host" in HTML). The last one has no value
 * and no attributes of a form's field of its own.
 */

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Elements that a user may edit; what they hold is edited with them. */
export const EDITABLE_HOST = '[contenteditable]';

export function isTextControl(element: Element): element is TextControl {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

export function valueOf(element: HTMLElement): string {
  return isTextControl(element) ? element.value : element.textContent;
}

/** Signs that a page puts where the digits go, before anything is typed: '___ ___', '••• •••'. */
const MASK = /[\s_–—•·○●□◯#*-]/g;

/** What someone has typed: a mask is none of it. */
export function typedIn(element: HTMLElement): string {
  return valueOf(element).replaceAll(MASK, '');
}

/** Whether `element` is an editing host, and not the contrary by the same attribute. */
export function isEditableHost(element: HTMLElement): boolean {
  return /^(true|plaintext-only)$/.test(element.contentEditable);
}

/** Whether the page lets nobody change what stands there. */
export function isLocked(element: HTMLElement): boolean {
  if (isTextControl(element)) return element.disabled || element.readOnly;
  return element.ariaDisabled === 'true' || element.ariaReadOnly === 'true';
}

export function formOf(element: HTMLElement): HTMLFormElement | undefined {
  const form = isTextControl(element) ? element.form : element.closest('form');
  return form ?? undefined;
}

/** Labels of `element`; one that its page forgot to tie to it stands right before it. */
export function labelsOf(element: HTMLElement): readonly HTMLLabelElement[] {
  if (!isTextControl(element)) return [];
  const tied = [...(element.labels ?? [])];
  const before = element.previousElementSibling;
  return tied.length === 0 && before instanceof HTMLLabelElement && !before.control
    ? [before]
    : tied;
}

/** 'text', 'tel' and so on; 'textarea'; 'contenteditable'. */
export function typeOf(element: HTMLElement): string {
  return isTextControl(element) ? element.type : 'contenteditable';
}

/** -1 where the page sets none. */
export function maxLengthOf(element: HTMLElement): number {
  return isTextControl(element) ? element.maxLength : -1;
}

export function placeholderOf(element: HTMLElement): string {
  if (isTextControl(element)) return element.placeholder;
  return element.ariaPlaceholder ?? element.dataset['placeholder'] ?? '';
}

export function nameOf(element: HTMLElement): string {
  return isTextControl(element) ? element.name : '';
}

export function purposeOf(element: HTMLElement): string {
  return isTextControl(element)
    ? element.autocomplete
    : (element.getAttribute('autocomplete') ?? '');
}

/** Lines that are one, roughly: a text area's default height is two. */
const ONE_LINE = 1.6;
/** An editable element has no rows: its page centres one line in a box as high as a button. */
const ONE_BOX = 3.2;

/** Whether `element` is drawn for a single line of text, as a field for a code is. */
export function isOneLine(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return true;
  if (element instanceof HTMLTextAreaElement && element.rows === 1) return true;
  if (element.ariaMultiLine === 'true') return false;
  const style = getComputedStyle(element);
  const lineHeight = Number.parseFloat(style.lineHeight) || 1.2 * Number.parseFloat(style.fontSize);
  const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
  const lines = (element.clientHeight - padding) / lineHeight;
  return lines < (isTextControl(element) ? ONE_LINE : ONE_BOX);
}
