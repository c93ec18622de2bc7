import { expect, test } from 'vitest';
import { ownSchemas } from '../../../lib/protocol/own-schemas.ts';

const id = 'A'.repeat(22);

/** Limits of the vault are its own to tell, by name: the parser lets more through. */
test.each([
  ['a note', { note: 'n'.repeat(4_001) }],
  ['a tag', { tags: ['t'.repeat(300)] }],
  ['tags', { tags: Array.from({ length: 200 }, String) }],
  ['a name', { label: 'l'.repeat(5_000) }],
])('%s too long for an account reaches the vault, which names it', (_what, change) => {
  expect(ownSchemas.accountChange({ id, change })).toEqual({ id, change });
});

test('a note beyond all measure does not', () => {
  const change = { note: 'n'.repeat(100_001) };
  expect(() => ownSchemas.accountChange({ id, change })).toThrow('request-malformed');
});
