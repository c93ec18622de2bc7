/**
 * npm run bench:qr -- --pictures FOLDER
 *
 * Reads the pictures of a folder's cases.json, a list of {file, route, expected,
 * what}: a 'screenshot' as 'Scan this page' reads it, an 'element' as the
 * watcher of a page does, by way of its sieve. Prints a line a case and the
 * count of those read right. The folder stays outside this project.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lookedAtSize, sift } from '../../../lib/page/qr/sieve.ts';
import { decodeGrey, decodeRgba } from '../../../lib/qr/decode.ts';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';
import { readPng, timed } from './pixels.ts';

interface PictureCase {
  readonly file: string;
  readonly route: 'screenshot' | 'element';
  readonly expected: string;
  readonly what: string;
}

/** Reads each picture once and prints what came of it. */
export async function runPictureCases(folder: string): Promise<void> {
  const cases = parseCases(readFileSync(path.join(folder, 'cases.json'), 'utf8'));
  let right = 0;
  let wrong = 0;
  for (const { file, route, expected, what } of cases) {
    const picture = readPng(path.join(folder, file));
    const { texts, ms } = await timed(() => read(picture, route));
    const isRight = texts.includes(expected);
    const others = texts.filter((text) => text !== expected).length;
    if (isRight) right += 1;
    wrong += others;
    const came = isRight ? 'read' : others > 0 ? 'wrong' : 'missed';
    console.log(`${came.padEnd(7)}${ms.toFixed(0).padStart(5)} ms  ${file.padEnd(28)}${what}`);
  }
  console.log(`\n${right} of ${cases.length} read, ${wrong} other texts`);
}

async function read(picture: RgbaPicture, route: PictureCase['route']): Promise<readonly string[]> {
  if (route === 'screenshot') return decodeRgba(picture).map(({ text }) => text);
  const { width, height } = lookedAtSize(picture.width, picture.height);
  const sifted = await sift(scaled(picture, width, height), async () => {});
  return typeof sifted === 'string' ? [] : decodeGrey(sifted).map(({ text }) => text);
}

/** Each pixel is the mean of those it covers, as a canvas draws a smaller picture. */
function scaled(picture: RgbaPicture, width: number, height: number): RgbaPicture {
  if (width === picture.width && height === picture.height) return picture;
  const data = new Uint8ClampedArray(width * height * 4);
  const [stepX, stepY] = [picture.width / width, picture.height / height];
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.floor(y * stepY), Math.ceil((y + 1) * stepY)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.floor(x * stepX), Math.ceil((x + 1) * stepX)];
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let row = top; row < bottom; row += 1) {
          for (let column = left; column < right; column += 1) {
            sum += picture.data[(row * picture.width + column) * 4 + channel] ?? 0;
          }
        }
        data[(y * width + x) * 4 + channel] = sum / ((bottom - top) * (right - left));
      }
    }
  }
  return { width, height, data };
}

/** Throws a sentence that names the first entry that is no case. */
function parseCases(text: string): readonly PictureCase[] {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error('cases.json holds no list.');
  return list.map((one: unknown, index) => {
    if (!isCase(one)) throw new Error(`Entry ${index + 1} of cases.json is no case.`);
    return one;
  });
}

function isCase(one: unknown): one is PictureCase {
  if (typeof one !== 'object' || one === null) return false;
  const { file, route, expected, what } = one as Readonly<Record<string, unknown>>;
  return (
    typeof file === 'string' &&
    (route === 'screenshot' || route === 'element') &&
    typeof expected === 'string' &&
    typeof what === 'string'
  );
}
