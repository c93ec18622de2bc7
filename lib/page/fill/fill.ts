import { inputsOf, type CodeField } from '../field/code-field.ts';
import { isLocked, maxLengthOf, valueOf } from '../field/editable.ts';
import { capacityOf } from '../field/split-boxes.ts';
import { RequestWatcher } from '../dom/watch-requests.ts';
import {
  afterHandlers,
  afterRender,
  canPaste,
  commitChange,
  focused,
  isUserElsewhere,
  pasteInto,
  pressInto,
  typeInto,
} from './typing.ts';

/** not-filled: the page did not keep the code; show it to the user instead. */
export type FillOutcome = 'filled' | 'not-filled';

export interface FillOptions {
  /** The field as it stands now: a page may replace the node it was given. */
  readonly find?: () => CodeField | undefined;
}

/** Whether all of `field` is there and takes input. Pages may open a box only once the one before it is filled. */
function isUsable(field: CodeField): boolean {
  const [first] = inputsOf(field);
  return first !== undefined && isConnected(field) && !isLocked(first);
}

/** What stands in `field` of a code such as this one, without what a page groups it by: digits, or Steam's letters. */
export function digitsIn(field: CodeField, code: string): string {
  const other = /\D/.test(code) ? /[^\p{L}\p{N}]/gu : /\D/g;
  return inputsOf(field).map(valueOf).join('').replaceAll(other, '');
}

/** Whether a code of this length belongs into `field`: a longer one would be cut off, and refused. */
function hasRoom(field: CodeField, length: number): boolean {
  if (field.kind === 'split') return capacityOf(field.inputs) === length;
  const [most = 0] = inputsOf(field).map(maxLengthOf);
  return most <= 0 || length <= most;
}

function isEmpty(field: CodeField): boolean {
  return digitsIn(field, '') === '';
}

function isConnected(field: CodeField): boolean {
  return inputsOf(field).every((input) => input.isConnected);
}

/** Waits until the page moved its focus to `input`, or clearly will not. */
async function untilFocused(input: HTMLElement): Promise<void> {
  for (let turn = 0; turn < 3 && focused(input) !== input; turn++) await afterHandlers();
}

/** Waits until the page opened `input`, or clearly will not. */
async function isOpened(input: HTMLElement): Promise<boolean> {
  for (let turn = 0; turn < 3 && isLocked(input); turn++) await afterHandlers();
  return !isLocked(input);
}

/** One digit, or one group of digits, a box, each with its own events. */
async function typeBoxes(inputs: readonly HTMLElement[], digits: string): Promise<void> {
  const focusing = isUserElsewhere(inputs) ? 'stay' : 'focus';
  const each = digits.length / inputs.length;
  for (const [at, input] of inputs.entries()) {
    // A page that replaced its boxes half-way is read again by the caller.
    if (!input.isConnected || !(await isOpened(input))) return;
    typeInto(input, digits.slice(at * each, (at + 1) * each), focusing);
    const next = inputs[at + 1];
    if (next && focusing === 'focus') await untilFocused(next);
  }
}

async function typeField(field: CodeField, digits: string): Promise<void> {
  const inputs = inputsOf(field);
  if (field.kind === 'split') await typeBoxes(inputs, digits);
  else typeInto(field.input, digits, isUserElsewhere(inputs) ? 'stay' : 'focus');
  await afterRender();
}

/** What remains for boxes that did not keep single digits: a paste, then keys. */
async function pasteField(field: CodeField, digits: string): Promise<void> {
  const inputs = inputsOf(field);
  const [first] = inputs;
  if (!first) return;
  if (canPaste()) {
    pasteInto(first, digits);
    await afterRender();
    if (!isEmpty(field)) return;
  }
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
 * sent twice counts towards a lock. Never submits (submit.ts does). The user's
 * scroll position stays, and so does the focus while he is in another field.
 * 'filled' also where the page took the code and removed or disabled the field.
 */
export async function fillCode(
  field: CodeField,
  digits: string,
  { find }: FillOptions = {},
): Promise<FillOutcome> {
  const { scrollX, scrollY } = window;
  const sent = new RequestWatcher();
  try {
    if (!isUsable(field) || inputsOf(field).length > digits.length) return 'not-filled';
    if (!hasRoom(field, digits.length)) return 'not-filled';
    await typeField(field, digits);
    if (digitsIn(field, digits) === digits && isConnected(field)) {
      // A field without the focus is never left, so that its change would never come.
      if (isUserElsewhere(inputsOf(field)) && sent.state === 'nothing')
        for (const input of inputsOf(field)) commitChange(input);
      return 'filled';
    }
    const now = isConnected(field) ? field : find?.();
    // The field left or was locked, or the page sent what it had: it took the code.
    if (!now || sent.state === 'sent' || inputsOf(now).every(isLocked)) return 'filled';
    if (digitsIn(now, digits) === digits) return 'filled';
    // A page that only listens to 'change' puts back what it did not hear of.
    for (const input of inputsOf(now)) commitChange(input);
    if (field.kind === 'split' && isEmpty(now)) await pasteField(now, digits);
    else await typeField(now, digits);
    return digitsIn(now, digits) === digits ? 'filled' : 'not-filled';
  } finally {
    sent.stop();
    if (window.scrollX !== scrollX || window.scrollY !== scrollY)
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  }
}
