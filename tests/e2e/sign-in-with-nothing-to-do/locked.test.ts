import { beforeAll, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { english, lockVault, unlock } from '../driver/nightlatch.ts';
import { sharedFixture } from '../driver/fixture.ts';
import {
  readCodeField,
  clickText,
  signIn,
  waitForCodeField,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const ENROLLED = 'enrolled@example.com';

const fixture = sharedFixture([ENROLLED]);
beforeAll(() => lockVault(fixture.driven));

test('locked: a click on the latch, the passphrase, and the field is filled without another click', async () => {
  const page = await fixture.driven.newPage();
  await signIn(page, ENROLLED);
  await waitForCodeField(page);
  const latch = { role: 'button', name: english('prompt_locked') };
  await waitForControl(page, latch);
  expect(await readCodeField(page)).toBe('');
  // A press while the dialog still moves does not count: nobody could have seen the latch there.
  const window = await until('the unlock window', async () => {
    await clickControl(page, latch);
    return fixture.driven.waitForWindow('unlock.html', 3_000).catch(() => undefined);
  });
  await unlock(window);
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForSignedIn(page);
  expect(fixture.simulator.log().submits).toMatchObject([{ email: ENROLLED, outcome: 'accepted' }]);
});
