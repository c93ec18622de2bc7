import type { MessageKey } from '../ui/words.ts';

function keyOf(head: 'why_sign' | 'why_not', name: string): MessageKey {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tests hold every name of lib/page/field/weights.ts and refusals.ts against the words
  return `${head}_${name.replaceAll(/[^a-z0-9]+/gu, '_')}` as MessageKey;
}

/** The words of a sign that speaks for or against a field. */
export function signKey(name: string): MessageKey {
  return keyOf('why_sign', name);
}

/** The words of what rules a field out. */
export function refusalKey(name: string): MessageKey {
  return keyOf('why_not', name);
}
