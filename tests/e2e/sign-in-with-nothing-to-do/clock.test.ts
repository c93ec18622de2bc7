import { expect, test } from 'vitest';
import { clickControl, waitForText } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { sharedFixture } from '../driver/fixture.ts';
import { clickText, signIn, waitForFilled, waitForSignedIn } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { findStored } from '../driver/own-state.ts';

const ENROLLED = 'enrolled@example.com';

// The site's clock is 90 s ahead of ours: every code we compute is three steps old there.
const fixture = sharedFixture([ENROLLED], ({ clock }) => clock.setOffset(90_000));

test('after a refusal the popup says how wrong the clock is, and one click makes it right', async () => {
  const page = await fixture.driven.newPage();
  await signIn(page, ENROLLED);
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, /The token is incorrect/);
  const own = await fixture.driven.openOwn('options.html');
  await until('the clocks to be compared', () => findStored(own, 'session', 'skews'));
  await own.close();
  const popup = await fixture.driven.openPopup(page);
  // A slow answer measures less exactly; the figures are exact in tests/lib/clock.
  await waitForText(popup, /clock is (?:8[4-9]|9[0-6]) s behind/);
  await clickControl(popup, { role: 'button', name: english('codes_clock_use') });
  await waitForText(popup, new RegExp(english('codes_clock_used')));
  await popup.close();
  // A new log-in: the code is now computed for the site's own time.
  await page.bringToFront();
  await signIn(page, ENROLLED);
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForSignedIn(page);
  expect(fixture.simulator.log().submits.map(({ outcome }) => outcome)).toEqual([
    'wrong',
    'accepted',
  ]);
});
