/**
 * npm run bench:fields -- FOLDER [--only TEXT] [--dump FILE] [--variants native,…]
 *
 * Scores the field finder over a folder of page records (dev.json, render.mjs,
 * serve.mjs), which stays outside this project. Counts only; no threshold.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { build } from 'vite';
import type { FrameAnswer } from './detector.ts';
import { printTable, type Scored } from './table.ts';

/** The facts of a record this bench reads. */
interface PageRecord {
  readonly id: string;
  readonly product: string;
  readonly kind: string;
  readonly language: string;
  readonly translated?: boolean;
  readonly framework?: string;
  readonly fields: readonly { readonly role: string }[];
}
interface Served {
  readonly srv: { close(): void };
  readonly port: number;
}
interface Folder {
  loadSets(): Readonly<Record<string, ReadonlyMap<string, PageRecord>>>;
  serve(): Promise<Served>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, dump: { type: 'string' }, variants: { type: 'string' } },
});
const [folder] = positionals;
if (!folder) throw new Error('Give the folder of the page records.');

/** The page script, bundled as the content scripts are. */
async function detectorScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: resolve(import.meta.dirname, 'detector.ts'),
        formats: ['iife'],
        name: 'detector',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The detector was not built.');
  return output.output[0].code;
}

async function answersOf(page: Page, script: string): Promise<readonly FrameAnswer[]> {
  const answers: FrameAnswer[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(script);
    answers.push(await frame.evaluate(() => window.nightlatchDetect()));
  }
  return answers;
}

const source = (await import(pathToFileURL(resolve(folder, 'serve.mjs')).href)) as Folder;
const records = [...(source.loadSets()['dev']?.values() ?? [])];
const { srv, port } = await source.serve();
const script = await detectorScript();
const browser = await launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  defaultViewport: { width: 1280, height: 1600 },
});
const page = await browser.newPage();
const scored: Scored[] = [];
const dump: unknown[] = [];
const variants = values.variants?.split(',') ?? ['native', 'late-modal', 'shadow', 'iframe'];
for (const variant of variants) {
  for (const record of records) {
    if (values.only && !record.id.includes(values.only)) continue;
    // Translations and saved pages differ in words and markup, not in where they are shown.
    const isVaried = !record.translated && record.framework !== 'saved-page';
    if (variant !== 'native' && !isVaried) continue;
    const path = `/dev/${encodeURIComponent(record.id)}?v=${variant}`;
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
    if (variant === 'late-modal') await page.waitForFunction('window.__otpReady === true');
    const answers = await answersOf(page, script);
    const truth = answers.reduce((sum, answer) => sum + answer.truth, 0);
    const picks = answers.flatMap((answer) => answer.picks);
    const boxes = record.fields.filter((field) => field.role === 'code-box').length;
    scored.push({ ...record, variant, truth, picks, split: boxes > 0 ? 'split' : 'single' });
    const reports = answers.flatMap((answer) => answer.reports);
    if (values.dump) {
      const { id, product, kind, language } = record;
      dump.push({ id, product, kind, language, variant, truth, reports });
    }
    if (values.only) console.log(record.id, variant, JSON.stringify(reports, undefined, 1));
  }
}
await browser.close();
srv.close();
if (values.dump) writeFileSync(values.dump, JSON.stringify(dump));
printTable(scored);
