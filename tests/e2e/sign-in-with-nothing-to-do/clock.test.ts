import { expect, test } from 'vitest';
import { clickControl, waitForText } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { sharedScene } from '../driver/scene.ts';
import { press, signIn, waitUntilFilled, waitUntilSignedIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

const ENROLLED = 'enrolled@example.com';

// The site's clock is 90 s ahead of ours: every code we compute is three steps old there.
const scene = sharedScene([ENROLLED], ({ clock }) => clock.setOffset(90_000));

test('after a refusal the popup says how wrong the clock is, and one click makes it right', async () => {
  const page = await scene.driven.newPage();
  await signIn(page, ENROLLED);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitForText(page, /The token is incorrect/);
  const own = await scene.driven.openOwn('options.html');
  await until('the clocks to be compared', () =>
    own.evaluate(async () => (await chrome.storage.session.get('skews'))['skews'] as object),
  );
  await own.close();
  const popup = await scene.driven.openPopup(page);
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
  expect(scene.simulator.log().submits.map(({ outcome }) => outcome)).toEqual([
    'wrong',
    'accepted',
  ]);
});
