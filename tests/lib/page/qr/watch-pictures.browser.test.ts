/**
 * The promise: a QR that stands still is read to its end, even where the machine
 * or the background was too busy at first.
 */
import path from 'node:path';
import { encode } from 'uqr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage(path.resolve(import.meta.dirname, 'room.ts'));
});
afterAll(() => tab.close());

function qrPicture(text: string): string {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${squares.join('')}"/></svg>`;
  return `<img width="200" height="200" src="data:image/svg+xml,${encodeURIComponent(svg)}">`;
}

const untilLog = (length: number): Promise<readonly string[]> =>
  until(`${length} decodings`, async () => {
    const log = await tab.ours<readonly string[]>('room.log');
    return log.length >= length ? log : undefined;
  });

test('a picture whose decoding was not finished is decoded again, though nothing of the page changes', async () => {
  await tab.show(qrPicture('otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP'));
  await tab.ours(`room.startPictures(['again', 'again', 'done'])`);
  expect(await untilLog(3)).toEqual(['again', 'again', 'done']);
});

test('the picture for which the script was called is read before all others of a long page', async () => {
  const squares = Array.from({ length: 30 }, (_none, at) =>
    qrPicture(`https://example.com/${at}`).replace('<img', `<img id="square-${at}"`),
  );
  await tab.show(squares.join(''));
  await tab.page.evaluate(() => {
    const [last] = [...document.images].slice(-1);
    last?.setAttribute('style', 'position: fixed; inset: 0 0 auto auto');
  });
  await tab.ours('room.noteLast()');
  expect(await tab.ours('room.readUntilLast()')).toEqual(['square-29']);
});

/** A busy machine draws a frame or two before the task that looks; the next poll is some seven frames away. */
const FRAMES_MAX = 3;

test('a picture in a dialog that fades in is known to show as soon as it does', async () => {
  await tab.show(qrPicture('otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP'));
  for (const frames of [1, 3, 10]) {
    const late = await tab.ours<number>(`room.framesUntilKnown(${frames})`);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(FRAMES_MAX);
  }
  expect(await tab.ours('room.framesUntilKnown(40)')).toBe(-1);
  expect(await tab.ours(`room.framesUntilKnown(1, 'over')`)).toBe(-1);
});

test('it counts as being read from the start, so that a field beside it waits', async () => {
  await tab.show(qrPicture('otpauth://totp/Example:maria?secret=JBSWY3DPEHPK3PXP'));
  const states = await tab.ours<readonly boolean[]>('room.readingUntilFirst()');
  expect(states.length).toBeGreaterThan(0);
  expect(states).not.toContain(false);
});

test('what is added while a long page is walked is met before the rest of it', async () => {
  const rows = Array.from({ length: 500 }, (_none, at) => `<p id="row-${at}"></p>`);
  await tab.show(rows.join(''));
  expect(await tab.ours('room.metAfterAddition()')).toBe('added');
});

test('a picture that changes all the time rests between its decodings, after the first ones', async () => {
  const pictures = ['maria', 'alice'].map((name) =>
    qrPicture(`otpauth://totp/Example:${name}?secret=JBSWY3DPEHPK3PXP`),
  );
  await tab.show(pictures.join(''));
  await tab.page.evaluate(() => {
    const [image, other] = document.querySelectorAll('img');
    const sources = [image?.src, other?.src];
    other?.remove();
    let turn = 0;
    setInterval(() => {
      if (image) image.src = sources[++turn % 2] ?? '';
    }, 20);
  });
  await tab.ours(`room.startPictures(['done'], 40)`);
  await untilLog(13);
  const times = await tab.ours<readonly { startMs: number; endMs: number }[]>('room.times');
  const before = times[10];
  const after = await until('the next decoding', async () => {
    const later = await tab.ours<typeof times>('room.times');
    return later[11];
  });
  const restMs = after.startMs - (before?.endMs ?? Infinity);
  expect(restMs).toBeGreaterThan(6 * ((before?.endMs ?? 0) - (before?.startMs ?? 0)));
});

test('a picture that is kept from scripts is told of until what stands beside it says what it is', async () => {
  // As WebGL leaves it: nobody but the screen has its pixels.
  await tab.show('<canvas width="200" height="200"></canvas>');
  await tab.ours(`room.startTainted(['again', 'again', 'done', 'done'])`);
  await untilLog(3);
  // Told of, it is left alone, while another one is told of.
  await tab.page.evaluate(() => {
    const other = document.createElement('canvas');
    [other.width, other.height] = [210, 210];
    document.body.append(other);
  });
  expect(await untilLog(4)).toEqual(['again', 'again', 'done', 'done']);
});
