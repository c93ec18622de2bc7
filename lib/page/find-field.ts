import type { CodeField, FieldContext } from './code-field.ts';

/**
 * The field under `root` (open shadow roots included, frames not) that asks
 * for a code of an authenticator app, or undefined when nothing does so
 * clearly enough.
 */
export function findCodeField(
  root: Document | ShadowRoot | Element,
  _context: FieldContext,
): CodeField | undefined {
  const input = root.querySelector<HTMLInputElement>('input[autocomplete~="one-time-code"]');
  return input ? { kind: 'single', input } : undefined;
}
