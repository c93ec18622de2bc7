import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from '../driver/launch.ts';
import { until } from '../driver/until.ts';

/** A folder of its own for what the browser saves; the caller removes it. */
export async function downloadsOf(driven: DrivenBrowser): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-downloads-'));
  const session = await driven.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  return folder;
}

export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The next file that is wholly there beside those already `known`. */
export function waitForDownload(folder: string, known: readonly string[] = []): Promise<SavedFile> {
  return until('a saved file', async () => {
    const names = (await readdir(folder)).filter((one) => !known.includes(one));
    const name = names.find((one) => /\.(?:json|txt)$/u.test(one));
    if (name === undefined || names.some((one) => one.endsWith('.crdownload'))) return undefined;
    const file = path.join(folder, name);
    return { name, path: file, text: await readFile(file, 'utf8') };
  });
}

/** Chooses a file in the page's one file field, as the browser's own dialog would. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  const input = await until(
    'a file field',
    async () => (await page.$('input[type=file]')) ?? undefined,
  );
  await input.uploadFile(file);
}
