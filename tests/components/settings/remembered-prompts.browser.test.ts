import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRequests } from '../harness/readings.ts';
import type { ScreenHarness } from '../harness/harness.ts';
import { openScreens } from '../harness/show-screens.ts';

let harness: ScreenHarness;
beforeAll(async () => {
  harness = await openScreens();
});
afterAll(() => harness.close());

test('prompts that are filled by themselves are listed with their site, and can be forgotten', async () => {
  const page = await harness.show({ screen: 'options', hash: 'sites', state: {} });
  const list = await page.waitForSelector(
    '::-p-text(filled automatically, because you clicked “Fill code”)',
  );
  await list?.click();
  const forget = await page.waitForSelector('button[aria-label^="Ask again:"]', {
    visible: true,
  });
  await forget?.click();
  await page.waitForFunction(() => window.requests.includes('siteForgetPrompt'));
  expect(await readRequests(page)).toContain('siteForgetPrompt');
  await page.waitForFunction(() => !document.body.textContent.includes('because you clicked'));
  await page.close();
});
