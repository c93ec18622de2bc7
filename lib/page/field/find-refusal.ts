/** What forbids a code in a field, whatever else speaks for it. */
import { isLocked, isOneLine, maxLengthOf, purposeOf, typedIn, valueOf } from './editable.ts';
import { accepts } from './facts.ts';
import type { Refusal } from './refusals.ts';

/** Parts of the autocomplete tokens (HTML, section 4.10.18.7.1) by which a page asks for something else. */
const OTHER_PURPOSE =
  /name|nickname|username|current-password|email|tel|address|country|postal|cc-|bday|sex|url|photo|organization|language|transaction|impp|street|shipping|billing/;

/** Digits that are there already, without the mask round them. */
const CODE_SO_FAR = /^\d{0,8}$/;
/** A code and the signs a page groups it by. */
const MOST_VALUE = 15;

/** Characters of the longest code that sites are known to ask for. */
const MOST_CHARACTERS = 8;

/** Whether a page asks for something else. Words that HTML does not know, such as 'chrome-off', say nothing. */
function isForAnother(purpose: string): boolean {
  // 'new-password' is also how pages keep browsers from offering anything.
  if (/one-time-code|^(on|off|false|no(ne|pe)?|new-password|\W*)$/.test(purpose)) return false;
  return /^[a-z-]+( [a-z-]+)*$/.test(purpose) && OTHER_PURPOSE.test(purpose);
}

/** 'none' is what every field does that says nothing of suggestions. */
function suggests(input: HTMLElement): boolean {
  return !/^(none)?$/.test(input.getAttribute('aria-autocomplete')?.trim() ?? '');
}

/** Why `input` (or the first of `boxes`) can take no code; undefined when it can. */
export function findRefusal(input: HTMLElement, boxes: number): Refusal | undefined {
  if (isLocked(input)) return 'read-only';
  if (isForAnother(purposeOf(input).trim().toLowerCase())) return 'autocomplete';
  if (input.getAttribute('role')?.match(/combobox|searchbox|spinbutton|listbox/)) return 'role';
  if (input.hasAttribute('list') || suggests(input)) return 'suggestions';
  if (/email|url|search/.test(input.inputMode)) return 'inputmode';
  if (boxes > 1) return undefined;
  if (!CODE_SO_FAR.test(typedIn(input)) || valueOf(input).trim().length > MOST_VALUE)
    return 'holds something else';
  const maxLength = maxLengthOf(input);
  if (maxLength >= 0 && maxLength < 6) return 'too short';
  return input instanceof HTMLInputElement ? refusalOfInput(input) : refusalOfText(input);
}

/** A text of several lines is no code. */
function refusalOfText(input: HTMLElement): Refusal | undefined {
  const isShort = maxLengthOf(input) >= 6 && maxLengthOf(input) <= MOST_CHARACTERS;
  return isShort || isOneLine(input) ? undefined : 'too long';
}

function refusalOfInput(input: HTMLInputElement): Refusal | undefined {
  if (input.minLength > MOST_CHARACTERS) return 'too long';
  if (input.type === 'number' && input.max && Number(input.max) < 99_999) return 'bounded number';
  if (input.pattern) {
    const six = accepts(input.pattern, '123456') ?? accepts(input.pattern, '123 456');
    const any = six || accepts(input.pattern, '12345678') || accepts(input.pattern, '1');
    if (six === false && !any) return 'pattern';
  }
  return undefined;
}
