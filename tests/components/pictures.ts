/**
 * `node tests/components/pictures.ts FOLDER [NAME…]`: a picture of every screen
 * in every state worth looking at, drawn by a real Chromium.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sceneries } from './stage/sceneries.ts';
import { Theatre } from './stage/theatre.ts';

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('Usage: node tests/components/pictures.ts FOLDER [NAME…]');
await mkdir(folder, { recursive: true });
const theatre = await Theatre.open();
try {
  for (const [name, { act, ...play }] of Object.entries(sceneries)) {
    if (wanted.length > 0 && !wanted.some((one) => name.includes(one))) continue;
    const page = await theatre.play(play);
    page.on('console', (message) => console.log(name, message.text()));
    await act?.(page);
    // The buttons are armed and the view has settled: a picture, not an assertion.
    await new Promise((resolve) => setTimeout(resolve, 900));
    const file: `${string}.png` = `${path.join(folder, name)}.png`;
    await page.screenshot({ path: file });
    await page.close();
  }
} finally {
  await theatre.close();
}
