/** Promise 4 for a restored backup: the old or the new, never half of it. */
import { expect, test } from 'vitest';
import { runRestores } from './restore.ts';

test('kill -9 in the restoring of a backup leaves the old vault or the new one', async () => {
  const result = await runRestores(6, Math.random);
  expect(result).toMatchObject({ kills: 6, wrong: [] });
}, 300_000);
