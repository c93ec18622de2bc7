/** One flipped bit on the disk locks nobody out. `npm run crash -- flips 200` does it 200 times. */
import { expect, test } from 'vitest';
import { runFlips } from './flips.ts';

test('a bit flipped anywhere in the files of the vault: the codes are there, or a way on that works', async () => {
  const result = await runFlips(12, Math.random);
  expect(result).toMatchObject({ flips: 12, wrong: [] });
}, 300_000);
