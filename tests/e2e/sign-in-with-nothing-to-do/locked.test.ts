import { beforeAll, expect, test } from 'vitest';
import { waitForControl } from '../driver/controls.ts';
import { english, lockVault, pressUntilUnlockWindow, unlock } from '../driver/nightlatch.ts';
import { sharedFixture } from '../driver/fixture.ts';
import {
  readCodeField,
  clickText,
  signIn,
  waitForCodeField,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';

const ENROLLED = 'enrolled@example.com';

const fixture = sharedFixture([ENROLLED]);
beforeAll(() => lockVault(fixture.driven));

test('locked: a click on the badge, the passphrase, and the field is filled without another click', async () => {
  const page = await fixture.driven.newPage();
  await signIn(page, ENROLLED);
  await waitForCodeField(page);
  await waitForControl(page, { role: 'button', name: english('prompt_locked') });
  expect(await readCodeField(page)).toBe('');
  // A press while the dialog still moves does not count: nobody could have seen the badge there.
  await unlock(await pressUntilUnlockWindow(fixture.driven, page, 'prompt_locked'));
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForSignedIn(page);
  expect(fixture.simulator.log().submits).toMatchObject([{ email: ENROLLED, outcome: 'accepted' }]);
});
