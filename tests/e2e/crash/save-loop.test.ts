/** Promise 4: what was saved is there after a crash. `npm run crash -- 500` does it 500 times. */
import { expect, test } from 'vitest';
import { runSaveLoop } from './save-loop.ts';

test('20 times kill -9 while saving: nothing torn, nothing acknowledged is lost', async () => {
  const result = await runSaveLoop(20, Math.random);
  expect(result).toMatchObject({ kills: 20, torn: [], lost: [] });
  expect(result.acknowledged).toBeGreaterThan(100);
}, 300_000);
