/** A way in that was taken back opens nothing that is left in the profile's files. `npm run crash -- taken-back 10` asks ten times. */
import { expect, test } from 'vitest';
import { changePassphrase, stopKeepingUnlocked } from './taken-back.ts';

const NOTHING = { heads: 0, items: 0 };

test('stopped, "keep unlocked on this computer" gives nothing away', async () => {
  const { before, after } = await stopKeepingUnlocked();
  expect(before.items, 'a reader that opens nothing proves nothing').toBeGreaterThan(2);
  expect(after).toEqual(NOTHING);
});

test('changed, the old passphrase opens nothing', async () => {
  const { before, after, present } = await changePassphrase();
  expect(before.items, 'a reader that opens nothing proves nothing').toBeGreaterThan(2);
  expect(after).toEqual(NOTHING);
  expect(present.items, 'the vault is still there').toBeGreaterThan(2);
});
