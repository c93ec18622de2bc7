import type { PromptFacts } from '../../policy/prompt-memory.ts';
import { inputsOf, type CodeField } from '../field/code-field.ts';
import {
  maxLengthOf,
  nameOf,
  placeholderOf,
  purposeOf,
  typedIn,
  typeOf,
} from '../field/editable.ts';
import type { FoundField } from '../field/find-field.ts';
import { isComplainedOf } from './complaints.ts';

/** Signals of the moment, not of the page: they differ at every visit. */
const OF_THE_MOMENT = /^moment:/;

/** What the background hears of a prompt. */
export function factsOf(found: FoundField, readiness: PromptFacts['readiness']): PromptFacts {
  const inputs = inputsOf(found.field);
  const [first] = inputs;
  return {
    verdict: found.verdict,
    boxes: inputs.length,
    maxLength: first ? maxLengthOf(first) : -1,
    type: first ? typeOf(first) : '',
    signals: found.signals.filter((name) => !OF_THE_MOMENT.test(name)),
    complaint: isComplainedOf(found.field) ? 'shown' : 'none',
    readiness,
  };
}

/** Whether `two` may be `one`, rendered anew: a page may give the new node another id. */
export function isSameShape(one: CodeField, two: CodeField): boolean {
  return shapeOf(one) === shapeOf(two);
}

/** Whether `now` asks for something else than `before`, which has left the page. */
export function isOtherPrompt(before: CodeField | undefined, now: CodeField): boolean {
  return before !== undefined && !isConnected(before) && !isSameShape(before, now);
}

function shapeOf(field: CodeField): string {
  const inputs = inputsOf(field);
  return inputs
    .map((input) => {
      const look = [typeOf, nameOf, maxLengthOf, purposeOf, placeholderOf];
      return JSON.stringify(look.map((read) => read(input)));
    })
    .join();
}

export function isConnected(field: CodeField | undefined): boolean {
  return field !== undefined && inputsOf(field).every((input) => input.isConnected);
}

export function isFilledIn(field: CodeField): boolean {
  return inputsOf(field).some((input) => typedIn(input) !== '');
}
