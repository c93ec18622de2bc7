import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureChromium } from '../../e2e/driver/browser.ts';
import { classes } from './classes.ts';
import { harderClasses } from './harder-classes.ts';
import { drawInPage, readInPage } from './draw-in-page.ts';
import { makePage } from './page.ts';
import { Random } from './random.ts';
import { makeOtherText, makeOtpauth } from './text.ts';

export const SIZES = [
  [1280, 800],
  [1920, 1080],
  [2560, 1440],
  [3840, 2160],
] as const;

/** One picture pair on disk. */
export interface Picture {
  readonly className: string;
  /** Files in the folder: the whole screenshot and the element alone. */
  readonly full: string;
  readonly element: string;
  readonly width: number;
  /** The enrolment's text. */
  readonly text: string;
  /** Texts that are in the picture too. */
  readonly others: readonly string[];
}

/** Draws `perClass` pictures of each class with Chromium, or takes those of an earlier run with this seed. */
export async function makePictures(
  folder: string,
  seed: number,
  perClass: number,
  kind: 'usual' | 'harder' = 'usual',
): Promise<readonly Picture[]> {
  const list = path.join(folder, 'pictures.json');
  if (existsSync(list)) return JSON.parse(await readFile(list, 'utf8'));
  await mkdir(folder, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: ensureChromium(),
    headless: true,
    pipe: true,
    args: [
      '--disable-gpu',
      '--hide-scrollbars',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const pictures: Picture[] = [];
  try {
    const page = await browser.newPage();
    for (const [classIndex, [className, make]] of Object.entries(
      kind === 'usual' ? classes : harderClasses,
    ).entries()) {
      for (let index = 0; index < perClass; index += 1) {
        const random = new Random(seed * 1_000_003 + classIndex * 1009 + index);
        const [width, height] = SIZES[index % SIZES.length] ?? SIZES[0];
        const ratio = random.pick([1, 1, 1.25, 1.5, 2]);
        const viewport = { width: Math.round(width / ratio), height: Math.round(height / ratio) };
        const text = makeOtpauth(random);
        const other = makeOtherText(random);
        const scene = make(random, text);
        await page.setViewport({ ...viewport, deviceScaleFactor: ratio });
        await page.setContent(makePage(random, scene, viewport, other));
        await page.evaluate(drawInPage, scene.code);
        const name = `${className.replaceAll(/\W+/gu, '-')}-${index}`;
        const full = await page.screenshot();
        const drawn = await page.evaluate(readInPage);
        const element =
          drawn === undefined
            ? await (await page.$('#target'))?.screenshot()
            : Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
        if (!element) throw new Error(`no element in ${name}`);
        await writeFile(path.join(folder, `${name}-full.png`), full);
        await writeFile(path.join(folder, `${name}-element.png`), element);
        pictures.push({
          className,
          full: `${name}-full.png`,
          element: `${name}-element.png`,
          width,
          text,
          others: scene.extras.includes('second-qr') ? [other] : [],
        });
      }
    }
  } finally {
    await browser.close();
  }
  await writeFile(list, JSON.stringify(pictures));
  return pictures;
}
