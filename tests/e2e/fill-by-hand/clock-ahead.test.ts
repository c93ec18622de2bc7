/** A clock that was ahead, and was set right, must not bar the codes of the present. */
import { expect, test } from 'vitest';
import { askAsOwnPage } from '../driver/nightlatch.ts';
import { sharedFixture } from '../driver/fixture.ts';
import { signIn, waitForFilled } from '../driver/stand-in.ts';

const EMAIL = 'enrolled@example.com';
const fixture = sharedFixture([EMAIL]);

async function fillAt(clockOffsetMs: number): Promise<string> {
  const own = await fixture.driven.openOwn('options.html');
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { clockOffsetMs } });
  await own.close();
  const page = await fixture.driven.newPage();
  await signIn(page, EMAIL);
  const code = await waitForFilled(page);
  await page.close();
  return code;
}

test("a step of the future was used by the site's clock: set right, the next log-in is filled", async () => {
  const early = await fillAt(3_600_000);
  // Up to a step is waited for, never the hour until the time has caught up.
  expect(await fillAt(0)).not.toBe(early);
});
