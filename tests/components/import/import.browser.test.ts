import { afterAll, beforeAll, expect, test } from 'vitest';
import { ScreenHarness } from '../harness/harness.ts';
import { listImport } from '../harness/screen-case.ts';

let harness: ScreenHarness;
beforeAll(async () => {
  harness = await ScreenHarness.open();
});
afterAll(() => harness.close());

test('ticking all lines at once keeps what the user has said of one of them', async () => {
  const page = await harness.show({ screen: 'import' });
  await listImport(page);
  await page.select('.import-lines select', 'replace');
  await page.click('.import-lines li:first-child input');
  const ticked = (): Promise<number> =>
    page.$$eval('.import-lines input', (ticks) => ticks.filter((tick) => tick.checked).length);
  expect(await ticked()).toBe(2);
  await page.click('main > .check input');
  expect(await ticked()).toBe(4);
  expect(await page.$eval('.import-lines select', (select) => select.value)).toBe('replace');
  await page.close();
});

test('more images than are reviewed one by one are sent to the import page', async () => {
  const page = await harness.show({ screen: 'picture' });
  await page.$eval('input[type=file]', (input) => {
    const chosen = new DataTransfer();
    for (let at = 0; at <= 200; at++) chosen.items.add(new File(['x'], `${at}.png`));
    if (input instanceof HTMLInputElement) input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitForSelector('a[href="/import.html"]');
  expect(await page.$eval('[role=alert]', (note) => note.textContent)).toMatch(/import page/u);
  await page.close();
});
