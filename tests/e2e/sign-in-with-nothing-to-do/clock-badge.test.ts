/** A refusal that a clock explains: the badge says which way it is wrong, and one press makes it right. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickPrimary, readCode, signIn } from '../../simulator/person.ts';
import { clickControl, readPageText, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { PORTAL, recentCodes } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  openPromptFixture,
  submitsOf,
  waitForFilled,
  waitForSignedIn,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';

let fixture: PromptFixture;
let own: Page;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', wrongCode: 'cleared' });
  own = await fixture.driven.openOwn('options.html');
});
afterAll(() => fixture.close());

// A slow answer measures less exactly; the figures are exact in tests/lib/clock.
test.each([
  ['two minutes slow', 120_000, /^Clock is 1(?:1[4-9]|2[0-6]) s behind/],
  ['two minutes fast', -120_000, /^Clock is 1(?:1[4-9]|2[0-6]) s ahead/],
])("this computer's clock is %s", async (_how, siteAheadMs, name) => {
  fixture.simulator.clock.setOffset(siteAheadMs);
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { clockOffsetMs: 0 } });
  const email = await fixture.newUser();
  const page = await fixture.newPage('window');
  await page.goto(PORTAL);
  await signIn(page, email);
  const refused = await waitForFilled(page);
  await clickPrimary(page);
  const clock = { role: 'button', name } as const;
  await waitForControl(page, clock, 60_000);
  expect(await readPageText(page)).not.toContain(english('prompt_next'));
  // A press before the badge has been seen for a while does not count.
  await until(
    "the code of the site's time",
    async () => {
      await clickControl(page, clock, 1_000).catch(() => undefined);
      const value = await readCode(page);
      return value !== undefined && /^\d{6}$/.test(value) && value !== refused ? value : undefined;
    },
    60_000,
  );
  await clickPrimary(page);
  await waitForSignedIn(page);
  const submits = submitsOf(fixture, email);
  expect(submits).toMatchObject([{ outcome: 'wrong' }, { outcome: 'accepted' }]);
  expect(recentCodes(fixture.simulator, email)).toContain(submits[1]?.code);
  await page.close();
});
