import { inputsOf, type CodeField } from '../field/code-field.ts';
import { afterHandlers, afterRender, focused, pasteInto, pressInto, typeInto } from './typing.ts';
import { watchSent } from '../dom/watch-requests.ts';

/** not-filled: the page did not keep the code; show it to the user instead. */
export type FillOutcome = 'filled' | 'not-filled';

export interface FillOptions {
  /** The field as it stands now: a page may replace the node it was given. */
  readonly find?: () => CodeField | undefined;
}

function isUsable(field: CodeField): boolean {
  return inputsOf(field).every((input) => input.isConnected && !input.disabled && !input.readOnly);
}

function textIn(field: CodeField): string {
  return inputsOf(field)
    .map((input) => input.value)
    .join('')
    .replaceAll(/\D/g, '');
}

function isEmpty(field: CodeField): boolean {
  return textIn(field) === '';
}

/** Until the page moved its focus to `input`, or clearly will not. */
async function untilFocused(input: HTMLInputElement): Promise<void> {
  for (let turn = 0; turn < 3 && focused(input) !== input; turn++) await afterHandlers();
}

/** One digit a box, each with its own events. */
async function typeBoxes(inputs: readonly HTMLInputElement[], digits: string): Promise<void> {
  for (const [at, digit] of digits.split('').entries()) {
    const input = inputs[at];
    // A page that replaced its boxes half-way is read again by the caller.
    if (!input?.isConnected) return;
    typeInto(input, digit);
    const next = inputs[at + 1];
    if (next) await untilFocused(next);
  }
}

async function typeField(field: CodeField, digits: string): Promise<void> {
  if (field.kind === 'single') typeInto(field.input, digits);
  else await typeBoxes(field.inputs, digits);
  await afterRender();
}

/** What remains for boxes that did not keep single digits: a paste, then keys. */
async function pasteField(field: CodeField, digits: string): Promise<void> {
  const inputs = inputsOf(field);
  const [first] = inputs;
  if (!first) return;
  pasteInto(first, digits);
  await afterRender();
  if (!isEmpty(field)) return;
  for (const [at, digit] of digits.split('').entries()) {
    const input = inputs[at];
    if (input) pressInto(input, digit);
    await afterHandlers();
  }
  await afterRender();
}

/**
 * Puts `digits` into `field` the way the page's own handlers expect, and reads
 * them back after those ran. Tries once more when the page put the value back
 * or replaced the node, but never after the page has sent anything: a code
 * sent twice counts towards a lock. Never submits (submit.ts does). The user's scroll position
 * stays. An enrolment or prompt that took the code and left is 'filled'.
 */
export async function fillCode(
  field: CodeField,
  digits: string,
  { find }: FillOptions = {},
): Promise<FillOutcome> {
  const { scrollX, scrollY } = window;
  const sent = watchSent();
  try {
    if (!isUsable(field) || inputsOf(field).length > digits.length) return 'not-filled';
    if (field.kind === 'split' && field.inputs.length !== digits.length) return 'not-filled';
    await typeField(field, digits);
    if (textIn(field) === digits && isConnected(field)) return 'filled';
    const now = isConnected(field) ? field : find?.();
    // The field left, or the page sent what it had: it took the code.
    if (!now || sent.state() === 'sent') return 'filled';
    if (!isUsable(now)) return 'filled';
    if (textIn(now) === digits) return 'filled';
    if (field.kind === 'split' && isEmpty(now)) await pasteField(now, digits);
    else await typeField(now, digits);
    return textIn(now) === digits ? 'filled' : 'not-filled';
  } finally {
    sent.stop();
    if (window.scrollX !== scrollX || window.scrollY !== scrollY)
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }
}

function isConnected(field: CodeField): boolean {
  return inputsOf(field).every((input) => input.isConnected);
}
