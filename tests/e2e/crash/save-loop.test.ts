/** Promise 4: what was saved is there after a crash. `npm run crash -- 500` does it 500 times. */
import { expect, test } from 'vitest';
import { runSaveLoop } from './save-loop.ts';

test('12 times kill -9 while saving: nothing torn, nothing acknowledged is lost', async () => {
  const result = await runSaveLoop(12, Math.random);
  expect(result).toMatchObject({ kills: 12, torn: [], lost: [] });
  expect(result.acknowledged).toBeGreaterThan(60);
}, 300_000);
