import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScreenHarness } from '../harness/harness.ts';
import { openScreens } from '../harness/show-screens.ts';
import { readRequests } from '../harness/readings.ts';
import { listImport, pasteText } from '../harness/screen-case.ts';

let harness: ScreenHarness;
beforeAll(async () => {
  harness = await openScreens();
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

test('after a saving whose reply was lost the list is made anew, and says so', async () => {
  const page = await harness.show({ screen: 'import', state: { lost: ['importAdd'] } });
  await listImport(page);
  const previews = (await readRequests(page)).filter((name) => name === 'importPreview').length;
  await page.click('.button-primary');
  await page.waitForSelector('::-p-text(The list now shows which accounts are saved)');
  const names = await readRequests(page);
  expect(names.filter((name) => name === 'importPreview').length).toBeGreaterThan(previews);
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

test("what is pasted into a field of the review is the field's own", async () => {
  const page = await harness.show({ screen: 'picture' });
  await pasteText(page);
  await page.waitForSelector('main input');
  const isTaken = await page.$eval('main input', (field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'maria@example.com');
    const more = { clipboardData, bubbles: true, cancelable: true };
    return !field.dispatchEvent(new ClipboardEvent('paste', more));
  });
  expect(isTaken).toBe(false);
  await page.close();
});

test('the list says of every line what becomes of it, and what is odd about it', async () => {
  const page = await harness.show({ screen: 'import' });
  await listImport(page);
  const text = await page.$eval('main', (main) => main.textContent);
  for (const words of [
    // Files and codes.
    'Authy does not export its accounts',
    'This file is damaged or incomplete',
    'Codes 2, 4 of 4 of this export are still missing',
    // Lines.
    'Already saved',
    'More than once in these files',
    'You deleted it in the other app',
    'This line is not a setup link',
    'Line 12',
    'The link asks for a new code every 0 seconds',
  ]) {
    expect(text).toContain(words);
  }
  await page.close();
});

test.each(['welcome', 'options'] as const)('%s leads to the import', async (screen) => {
  const page = await harness.show(screen === 'options' ? { screen, hash: 'transfer' } : { screen });
  await page.waitForSelector('a[href="/import.html"]');
  expect(await page.$eval('a[href="/import.html"]', (link) => link.textContent)).not.toBe('');
  await page.close();
});

test.each(['import', 'export', 'picture'] as const)(
  'the page of the %s leads back to the settings',
  async (screen) => {
    const page = await harness.show({ screen });
    await page.waitForSelector('a.back-link[href="/options.html#transfer"]');
    await page.close();
  },
);

test('the view that adds an account leads to the import', async () => {
  const page = await harness.show({ screen: 'popup' });
  await page.click('.icon-button-add');
  await page.waitForSelector('.view-head');
  const opened = await page.evaluate(() => {
    const addresses: string[] = [];
    window.open = (address) => {
      addresses.push(String(address));
      return null;
    };
    for (const button of document.querySelectorAll('button')) {
      if (button.textContent === 'Import from another app') button.click();
    }
    return addresses;
  });
  expect(opened).toEqual(['/import.html']);
  await page.close();
});

test('a file dropped on a text field does not take the place of the page', async () => {
  const page = await harness.show({ screen: 'picture' });
  await pasteText(page);
  const field = await page.waitForSelector('main input');
  const isPrevented = await field?.evaluate((input) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'shot.png', { type: 'image/png' }));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    return !input.dispatchEvent(drop);
  });
  expect(isPrevented).toBe(true);
  await page.close();
});

test('the camera is on once, and off as soon as a text from elsewhere leads on', async () => {
  const page = await harness.show({
    screen: 'picture',
    state: { fails: { readPicture: 'qr-not-found' } },
  });
  const tracks = await page.evaluateHandle(() => {
    const given: MediaStreamTrack[] = [];
    navigator.mediaDevices.getUserMedia = async () => {
      const stream = document.createElement('canvas').captureStream();
      given.push(...stream.getTracks());
      return stream;
    };
    return given;
  });
  const countLive = (): Promise<number> =>
    tracks.evaluate((given) => given.filter(({ readyState }) => readyState === 'live').length);
  const button = await page.waitForSelector('::-p-aria([name="Use the camera"][role="button"])');
  await button?.evaluate((pressed) => {
    if (pressed instanceof HTMLElement) for (const _press of [1, 2]) pressed.click();
  });
  await page.waitForSelector('video');
  expect(await countLive()).toBe(1);
  await pasteText(page);
  await page.waitForFunction(
    (given) => given.every(({ readyState }) => readyState === 'ended'),
    {},
    tracks,
  );
  await page.close();
});
