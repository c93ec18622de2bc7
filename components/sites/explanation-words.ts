import type { MessageKey } from '../../lib/language/messages.ts';

function keyOf(head: 'explain_signal' | 'explain_refusal', name: string): MessageKey {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tests hold every name of lib/page/field/weights.ts and refusals.ts against the words
  return `${head}_${name.replaceAll(/[^a-z0-9]+/gu, '_')}` as MessageKey;
}

/** The words of a sign that speaks for or against a field. */
export function signalKey(name: string): MessageKey {
  return keyOf('explain_signal', name);
}

/** The words of what rules a field out. */
export function refusalKey(name: string): MessageKey {
  return keyOf('explain_refusal', name);
}
