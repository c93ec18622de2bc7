import { expect, test } from 'vitest';
import { base32Decode } from './base32.ts';
import { SeededRandom } from './random.ts';
import { makeEnrolmentUri, uriVariantNames } from './uri/index.ts';

/** Their text is meant to be refused or explained, so there is no secret to compare. */
const REFUSED = new Set(['invalid-base32', 'migration']);

test.each(uriVariantNames.filter((name) => !REFUSED.has(name)))(
  'the URI variant %s carries the secret it is judged by',
  (name) => {
    const { uri, key } = makeEnrolmentUri(name, 'maria@example.com', new SeededRandom('uri'));
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    expect(base32Decode(secret)).toEqual(key.secret);
  },
);

test.each([
  ['secret-16', 16],
  ['secret-26', 26],
  ['secret-32', 32],
  ['secret-52', 52],
])('the URI variant %s has %d characters', (name, length) => {
  const { uri } = makeEnrolmentUri(name, 'maria@example.com', new SeededRandom('uri'));
  expect(new URL(uri).searchParams.get('secret')).toHaveLength(length);
});

function uriOf(seed: string): string {
  return makeEnrolmentUri('standard', 'maria@example.com', new SeededRandom(seed)).uri;
}

test('the same seed gives the same secret, another seed another', () => {
  expect(uriOf('one')).toBe(uriOf('one'));
  expect(uriOf('one')).not.toBe(uriOf('two'));
});
