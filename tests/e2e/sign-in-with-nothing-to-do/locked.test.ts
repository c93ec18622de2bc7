import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, lockVault, prepareVault, unlock } from '../driver/nightlatch.ts';
import {
  codeFieldValue,
  enrolledAccount,
  press,
  signIn,
  waitForPrompt,
  waitUntilFilled,
  waitUntilSignedIn,
} from '../driver/stand-in.ts';

const ENROLLED = 'enrolled@example.com';

let simulator: Simulator;
let driven: DrivenBrowser;
beforeAll(async () => {
  simulator = await startSimulator();
  driven = await launch({ simulator });
  await prepareVault(driven, [enrolledAccount(simulator, ENROLLED)]);
  await lockVault(driven);
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
});

test('locked: a click on the latch, the passphrase, and the field is filled without another click', async () => {
  const page = await driven.newPage();
  await signIn(page, ENROLLED);
  await waitForPrompt(page);
  const latch = { role: 'button', name: english('prompt_locked') };
  await waitForControl(page, latch);
  expect(await codeFieldValue(page)).toBe('');
  await clickControl(page, latch);
  const window = await driven.waitForWindow('unlock.html');
  await unlock(window);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitUntilSignedIn(page);
  expect(simulator.log().submits).toMatchObject([{ email: ENROLLED, outcome: 'accepted' }]);
});
