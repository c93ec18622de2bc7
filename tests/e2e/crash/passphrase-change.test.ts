/** Promise 4 for the passphrase itself. `npm run crash` does it 20 times. */
import { expect, test } from 'vitest';
import { runPassphraseChanges } from './passphrase-change.ts';

test('kill -9 in a change of the passphrase: exactly one of the two opens', async () => {
  const result = await runPassphraseChanges(6, Math.random);
  expect(result).toMatchObject({ kills: 6, wrong: [] });
}, 900_000);
