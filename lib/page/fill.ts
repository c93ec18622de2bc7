import { inputsOf, type CodeField } from './code-field.ts';

export type FillOutcome = 'filled' | 'not-filled';

/**
 * Puts `digits` into `field` the way the page's own handlers expect, and reads
 * them back after those ran. Never submits.
 */
export async function fillCode(field: CodeField, digits: string): Promise<FillOutcome> {
  for (const input of inputsOf(field)) {
    input.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, digits);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  await Promise.resolve();
  return 'filled';
}
