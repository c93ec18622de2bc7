import { describe, expect, test } from 'vitest';
import { refusalKey, signalKey } from '../../../components/sites/explanation-words.ts';
import { PURPOSE_TOKENS } from '../../../lib/page/field/purposes.ts';
import { REFUSALS } from '../../../lib/page/field/refusals.ts';
import { WEIGHTS } from '../../../lib/page/field/weights.ts';
import { parseFrameExplanation } from '../../../lib/protocol/explanation.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const words: Readonly<Record<string, { readonly message: string }>> = messages;
const field = {
  boxes: 1,
  type: 'text',
  purpose: 'none',
  score: 3,
  verdict: 'too-weak',
  signals: [{ name: 'one-time-code', weight: 3 }],
};
const frame = { kind: 'fields', offer: 2.6, fill: 4.1, more: 0, fields: [field] };
const withField = (change: object) => ({ ...frame, fields: [{ ...field, ...change }] });

test.each(PURPOSE_TOKENS)('the purpose %s, which a page may name, is known', (purpose) => {
  expect(parseFrameExplanation(withField({ purpose }))).not.toEqual({ kind: 'unreadable' });
});

test('every sign and every reason has its words', () => {
  for (const key of [...Object.keys(WEIGHTS).map(signalKey), ...REFUSALS.map(refusalKey)]) {
    expect(words[key]?.message, key).toMatch(/\w/);
  }
});

test('what our script says is taken as it is', () => {
  expect(parseFrameExplanation(frame)).toEqual(frame);
  expect(parseFrameExplanation({ kind: 'foreign' })).toEqual({ kind: 'foreign' });
});

describe('a page that answers in place of our script says nothing', () => {
  const TEXT = 'a text of the page';
  test.each([
    ['nothing', undefined],
    ['a text', TEXT],
    ['a kind of its own', { kind: TEXT }],
    ['a further key', { ...frame, title: TEXT }],
    ['a further key of a foreign frame', { kind: 'foreign', title: TEXT }],
    ['a further key of a field', withField({ label: TEXT })],
    ['a signal of its own', withField({ signals: [{ name: TEXT, weight: 1 }] })],
    ['a weight that is a text', withField({ signals: [{ name: 'alone', weight: TEXT }] })],
    ['a weight beyond bounds', withField({ signals: [{ name: 'alone', weight: 1e9 }] })],
    ['a name all objects inherit', withField({ signals: [{ name: '__proto__', weight: 1 }] })],
    [
      'more signals than there are',
      withField({
        signals: Array.from({ length: Object.keys(WEIGHTS).length + 1 }, () => field.signals[0]),
      }),
    ],
    ['a reason of its own', withField({ against: TEXT })],
    ['a purpose of its own', withField({ purpose: TEXT })],
    ['a type of its own', withField({ type: TEXT })],
    ['no number of boxes', withField({ boxes: Number.NaN })],
    [
      'more fields than are asked for',
      { ...frame, fields: Array.from({ length: 13 }, () => field) },
    ],
  ])('%s', (_what, answer) => {
    expect(parseFrameExplanation(answer)).toEqual({ kind: 'unreadable' });
  });
});
