import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, prepareVault } from '../driver/nightlatch.ts';
import {
  enrolledAccount,
  press,
  signIn,
  waitUntilFilled,
  waitUntilSignedIn,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const ENROLLED = 'enrolled@example.com';

let simulator: Simulator;
let driven: DrivenBrowser;
beforeAll(async () => {
  simulator = await startSimulator();
  // The site's clock is 90 s ahead of ours: every code we compute is three steps old there.
  simulator.clock.setOffset(90_000);
  driven = await launch({ simulator });
  await prepareVault(driven, [enrolledAccount(simulator, ENROLLED)]);
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
});

test('after a refusal the popup says how wrong the clock is, and one click makes it right', async () => {
  const page = await driven.newPage();
  await signIn(page, ENROLLED);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitForText(page, /The token is incorrect/);
  const own = await driven.openOwn('options.html');
  await until('the clocks to be compared', () =>
    own.evaluate(async () => (await chrome.storage.session.get('skews'))['skews'] as object),
  );
  await own.close();
  const popup = await driven.openPopup(page);
  await waitForText(popup, /clock is (?:89|90|91) seconds slow/);
  await clickControl(popup, { role: 'button', name: english('codes_clock_use') });
  await waitForText(popup, new RegExp(english('codes_clock_used')));
  await popup.close();
  // A new log-in: the code is now computed for the site's own time.
  await page.bringToFront();
  await signIn(page, ENROLLED);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitUntilSignedIn(page);
  expect(simulator.log().submits.map(({ outcome }) => outcome)).toEqual(['wrong', 'accepted']);
});
