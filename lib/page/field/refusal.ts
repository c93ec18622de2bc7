/** What forbids a code in a field, whatever else speaks for it. */
import { accepts } from './facts.ts';
import type { Refusal } from './refusals.ts';

const KNOWN_PURPOSE =
  /name|nickname|username|current-password|email|tel|address|country|postal|cc-|bday|sex|url|photo|organization|language|transaction|impp|street|shipping|billing/;

/** Digits, or the mask that a page put where they go: '___ ___', '••• •••'. */
const CODE_SO_FAR = /^[\d\s_–—•·○●#*-]{1,15}$/;

/** Why `input` (or the first of `boxes`) can take no code; undefined when it can. */
export function refusalOf(input: HTMLInputElement, boxes: number): Refusal | undefined {
  if (input.disabled || input.readOnly) return 'read-only';
  const purpose = input.autocomplete.trim().toLowerCase();
  // 'new-password' is also how pages keep browsers from offering anything.
  if (purpose && !/one-time-code|^(on|off|false|no(ne|pe)?|new-password|\W*)$/.test(purpose))
    return /^[a-z-]+( [a-z-]+)*$/.test(purpose) && KNOWN_PURPOSE.test(purpose)
      ? 'autocomplete'
      : undefined;
  if (input.getAttribute('role')?.match(/combobox|searchbox|spinbutton|listbox/)) return 'role';
  if (input.hasAttribute('list') || input.getAttribute('aria-autocomplete')) return 'suggestions';
  if (/email|url|search/.test(input.inputMode)) return 'inputmode';
  if (boxes > 1) return undefined;
  if (input.value && !CODE_SO_FAR.test(input.value)) return 'holds something else';
  if (input.maxLength >= 0 && input.maxLength < 6) return 'too short';
  if (input.minLength > 8) return 'too long';
  if (input.type === 'number' && input.max && Number(input.max) < 99_999) return 'bounded number';
  if (input.pattern) {
    const six = accepts(input.pattern, '123456') ?? accepts(input.pattern, '123 456');
    const any = six || accepts(input.pattern, '12345678') || accepts(input.pattern, '1');
    if (six === false && !any) return 'pattern';
  }
  return undefined;
}
