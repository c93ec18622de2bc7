import { beforeAll, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { english, lockVault, unlock } from '../driver/nightlatch.ts';
import { sharedScene } from '../driver/scene.ts';
import {
  codeFieldValue,
  press,
  signIn,
  waitForPrompt,
  waitUntilFilled,
  waitUntilSignedIn,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const ENROLLED = 'enrolled@example.com';

const scene = sharedScene([ENROLLED]);
beforeAll(() => lockVault(scene.driven));

test('locked: a click on the latch, the passphrase, and the field is filled without another click', async () => {
  const page = await scene.driven.newPage();
  await signIn(page, ENROLLED);
  await waitForPrompt(page);
  const latch = { role: 'button', name: english('prompt_locked') };
  await waitForControl(page, latch);
  expect(await codeFieldValue(page)).toBe('');
  // A press while the dialog still moves does not count: nobody could have seen the latch there.
  const window = await until('the unlock window', async () => {
    await clickControl(page, latch);
    return scene.driven.waitForWindow('unlock.html', 3_000).catch(() => undefined);
  });
  await unlock(window);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitUntilSignedIn(page);
  expect(scene.simulator.log().submits).toMatchObject([{ email: ENROLLED, outcome: 'accepted' }]);
});
