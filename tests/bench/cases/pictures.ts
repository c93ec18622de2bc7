/** Kinds picture and screen: a QR code in a picture the user chooses, and on a page under 'Scan this page'. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import QRCode from 'qrcode';
import { clickControl } from '../../e2e/driver/controls.ts';
import { launch } from '../../e2e/driver/launch.ts';
import { english, prepareVault } from '../../e2e/driver/nightlatch.ts';
import { until } from '../../e2e/driver/until.ts';
import { isRecord, textOf, verdictOf, type Case, type Verdict } from './case.ts';
import type { Instrument } from './instrument.ts';

/** The review shows the label in a field; an error stands in a note. */
async function readResult(page: Page, link: string): Promise<Verdict> {
  const label = decodeURIComponent(new URL(link).pathname.split(':').at(-1) ?? '');
  return until(
    'a review or an error',
    async () => {
      const shown = await page.evaluate(() => ({
        fields: [...document.querySelectorAll('input')].map(({ value }) => value),
        error: document.querySelector('[role=alert]')?.textContent ?? '',
      }));
      if (shown.fields.includes(label)) return verdictOf(true, 'found');
      return shown.error === '' ? undefined : verdictOf(false, shown.error.trim());
    },
    60_000,
  ).catch((thrown: unknown) => verdictOf(false, String(thrown)));
}

export async function runPicture({ driven }: Instrument, { input }: Case): Promise<Verdict> {
  const text = textOf(input, 'text');
  const size = isRecord(input)
    ? { width: Number(input['width']), height: Number(input['height']) }
    : { width: 0, height: 0 };
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-case-'));
  const page = await driven.openOwn('picture.html');
  try {
    const qr = await QRCode.toDataURL(text, { margin: 4, scale: 8 });
    const jpeg = await page.evaluate(
      async (src, { width, height }) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        const context = canvas.getContext('2d');
        if (!context) return '';
        context.fillStyle = '#8a8a8a';
        context.fillRect(0, 0, width, height);
        const side = height * 0.45;
        context.imageSmoothingEnabled = false;
        context.drawImage(image, (width - side) / 2, (height - side) / 2, side, side);
        return canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? '';
      },
      qr,
      size,
    );
    const file = path.join(folder, 'photo.jpg');
    await writeFile(file, Buffer.from(jpeg, 'base64'));
    const chooser = await page.waitForSelector('input[type=file]');
    await chooser?.uploadFile(file);
    return await readResult(page, text);
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a browser of its own, whose screen has the case's size. */
export async function runScreen(_instrument: Instrument, { input }: Case): Promise<Verdict> {
  const text = textOf(input, 'text');
  const [width, height] =
    isRecord(input) && Array.isArray(input['window']) ? input['window'].map(Number) : [];
  const scale = isRecord(input) ? Number(input['scale']) : 1;
  const driven = await launch({
    args: [
      `--screen-info={${Number(width) * scale}x${Number(height) * scale} devicePixelRatio=${scale}}`,
      `--force-device-scale-factor=${scale}`,
      `--window-size=${width},${height}`,
    ],
  });
  try {
    await prepareVault(driven, []);
    const page = await driven.newPage();
    await page.setRequestInterception(true);
    const qr = await QRCode.toDataURL(text, { margin: 4, scale: 8 });
    page.on('request', (request) => {
      const body = `<!doctype html><title>Case</title><h1>Set up</h1><img width="200" height="200" src="${qr}">`;
      void request.respond({ contentType: 'text/html', body }).catch(() => undefined);
    });
    await page.goto('https://www.example.test/');
    const pixels = await page.evaluate(() => [
      innerWidth * devicePixelRatio,
      innerHeight * devicePixelRatio,
    ]);
    const popup = await driven.openPopup(page);
    await clickControl(popup, { role: 'button', name: english('accounts_scan') });
    const verdict = await readResult(popup, text);
    return { ...verdict, came: `${verdict.came} (${pixels.join(' × ')} px)` };
  } finally {
    await driven.close();
  }
}
