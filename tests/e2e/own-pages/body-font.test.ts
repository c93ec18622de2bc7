/**
 * Chromium gives the body of every page of an extension three quarters of the
 * usual font size and a font family of its own, but no page that comes over http:
 * only the extension itself shows whether our style sheet has the last word.
 * Only the extension has the scripts that set theme and text size before the first paint, too.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { openToStay } from '../network/kept-open.ts';

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
});
afterAll(() => driven.close());

/** These pages show nothing. */
const UNSEEN = new Set(['offscreen', 'import-reader']);

const pages = globSync('entrypoints/*/index.html')
  .map((file) => path.basename(path.dirname(file)))
  .filter((name) => !UNSEEN.has(name));

test('the body of every page of ours has our font', async () => {
  expect(pages.length).toBeGreaterThan(8);
  const fonts: Record<string, string> = {};
  for (const name of pages) {
    const page = await openToStay(driven, `${name}.html`);
    fonts[name] = await page.evaluate(() => {
      const body = getComputedStyle(document.body);
      return `${body.fontSize} ${body.fontFamily}`;
    });
    await page.close();
  }
  expect(fonts).toEqual(
    Object.fromEntries(pages.map((name) => [name, '14px system-ui, sans-serif'])),
  );
});

test('the theme and text size that the user chose are there before the first paint', async () => {
  const settings = await openToStay(driven, 'options.html#appearance');
  await settings.waitForSelector('select');
  const [theme, text] = await settings.$$('select');
  await theme?.select('dark');
  await text?.select('larger');
  await settings.close();
  for (const name of pages) {
    const page = await driven.newPage();
    await page.evaluateOnNewDocument(() => {
      window.close = () => undefined;
      requestAnimationFrame(() => {
        const { theme: shown, text: size } = document.documentElement.dataset;
        Reflect.set(window, 'lookAtFirstFrame', `${shown} ${size}`);
      });
    });
    await page.goto(driven.urlOf(`${name}.html`), { waitUntil: 'domcontentloaded' });
    const look = await page.waitForFunction(
      () => Reflect.get(window, 'lookAtFirstFrame') as unknown,
    );
    expect([name, await look.jsonValue()]).toEqual([name, 'dark larger']);
    await page.close();
  }
});
