import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';

/** Folder of the pictures: NIGHTLATCH_SHOTS, else shots/ (ignored by git). */
export function shotsDirectory(): string {
  return path.resolve(process.env['NIGHTLATCH_SHOTS'] ?? 'shots');
}

/** A picture of what the page shows now; answers its path relative to the working directory. */
export async function shot(page: Page, name: string): Promise<string> {
  const directory = shotsDirectory();
  await mkdir(directory, { recursive: true });
  const file: `${string}.png` = `${path.join(directory, name)}.png`;
  // Beyond the viewport means another viewport for a moment: the page would notice.
  await page.screenshot({ path: file, captureBeyondViewport: false });
  return path.relative(process.cwd(), file);
}
