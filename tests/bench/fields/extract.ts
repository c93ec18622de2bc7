/**
 * Reads the fields of every page in a real browser, once: what was read is kept
 * in a folder of the system's for temporary files, under a key made of the page
 * and of the code that read it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { ensureChromium } from '../../e2e/driver/browser.ts';
import type { FrameFields } from './detector.ts';
import { serveRecords, type PageRecord } from './records.ts';

export const VARIANTS = ['native', 'late-modal', 'shadow', 'iframe'] as const;
export type PageVariant = (typeof VARIANTS)[number];

/** A page of the bench as the finder saw it. */
export interface ReadPage {
  readonly record: PageRecord;
  readonly variant: PageVariant;
  readonly frames: readonly FrameFields[];
}

const CACHE = path.join(tmpdir(), 'nightlatch-bench-fields');
const TABS = 3;

/** The page script, bundled as the content scripts are. */
async function detectorScript(): Promise<string> {
  const entry = path.resolve(import.meta.dirname, 'detector.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'detector' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The detector was not built.');
  return output.output[0].code;
}

async function readFrames(page: Page, script: string): Promise<readonly FrameFields[]> {
  const frames: FrameFields[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(script);
    frames.push(await frame.evaluate(() => window.nightlatchRead()));
  }
  return frames;
}

/** Translations and saved pages differ in words and markup, not in where they are shown. */
function isVaried(record: PageRecord): boolean {
  return !record.translated && record.framework !== 'saved-page';
}

interface Todo {
  readonly record: PageRecord;
  readonly variant: PageVariant;
  readonly url: string;
  readonly file: string;
}

async function openAll(todo: readonly Todo[], script: string): Promise<void> {
  const browser = await launch({
    executablePath: ensureChromium(),
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking'].concat(
      process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ),
    defaultViewport: { width: 1280, height: 1600 },
  });
  const queue = todo.values();
  const work = async (): Promise<void> => {
    const page = await browser.newPage();
    for (const { url, variant, file } of queue) {
      await page.goto(url, { waitUntil: 'load' });
      if (variant === 'late-modal')
        await page.waitForFunction('window.__otpReady === true', { polling: 50 });
      writeFileSync(file, JSON.stringify(await readFrames(page, script)));
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  await browser.close();
}

/** All pages of `folder` in these variants. */
export async function readPages(
  folder: string,
  variants: readonly PageVariant[],
): Promise<readonly ReadPage[]> {
  const served = await serveRecords(folder);
  const script = await detectorScript();
  mkdirSync(CACHE, { recursive: true });
  const all: Todo[] = [];
  for (const variant of variants) {
    for (const record of served.records) {
      if (variant !== 'native' && !isVaried(record)) continue;
      const key = createHash('sha256').update(script + variant + JSON.stringify(record));
      const file = path.join(CACHE, `${key.digest('hex')}.json`);
      all.push({ record, variant, file, url: served.urlOf(record, variant) });
    }
  }
  const todo = all.filter(({ file }) => !existsSync(file));
  if (todo.length > 0) await openAll(todo, script);
  served.close();
  return all.map(({ record, variant, file }) => ({
    record,
    variant,
    frames: JSON.parse(readFileSync(file, 'utf8')) as readonly FrameFields[],
  }));
}
