/**
 * `node tests/components/pictures.ts FOLDER [NAME…]`: a picture of every screen
 * in every state worth looking at, drawn by a real Chromium.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchPlain } from '../plain-chromium.ts';
import { screenCases } from './harness/screen-cases.ts';
import { ScreenHarness } from './harness/harness.ts';
import { serveScreens } from './harness/serve-screens.ts';

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Usage: node tests/components/pictures.ts FOLDER [NAME…]');
await mkdir(folder, { recursive: true });
const [browser, screens] = await Promise.all([launchPlain(), serveScreens()]);
const harness = new ScreenHarness(browser, screens.root);
try {
  for (const [name, { prepare, ...request }] of Object.entries(screenCases)) {
    if (wanted.length > 0 && !wanted.some((one) => name.includes(one))) continue;
    const page = await harness.show(request);
    page.on('console', (message) => console.log(name, message.text()));
    await prepare?.(page);
    // The buttons are armed and the view has settled: a picture, not an assertion.
    await new Promise((resolve) => setTimeout(resolve, 900));
    const file: `${string}.png` = `${path.join(folder, name)}.png`;
    await page.screenshot({ path: file });
    await page.close();
  }
} finally {
  await browser.close();
  await screens.close();
}
