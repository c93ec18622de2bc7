import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import qrcode from 'qrcode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { counted, english, prepareVault } from '../driver/nightlatch.ts';
import { secretBytes } from '../../lib/formats/accounts.ts';
import { exportUri } from '../../lib/formats/google.ts';

const LINK =
  'otpauth://totp/TP-Link:camera%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=TP-Link';
const WIDTH = 640;
const HEIGHT = 480;

/** Grey frames with a QR in the middle, one a second, as YUV4MPEG2: what Chromium's fake camera plays again and again. */
function film(...texts: readonly string[]): Buffer {
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F1:1 Ip A1:1 C420\n`;
  return Buffer.concat([Buffer.from(head), ...texts.map(frameOf)]);
}

function frameOf(text: string): Buffer {
  const { modules } = qrcode.create(text);
  const scale = Math.floor((HEIGHT * 0.8) / modules.size);
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235);
  const left = Math.floor((WIDTH - modules.size * scale) / 2);
  const top = Math.floor((HEIGHT - modules.size * scale) / 2);
  for (let y = 0; y < modules.size * scale; y += 1) {
    for (let x = 0; x < modules.size * scale; x += 1) {
      const dark = modules.get(Math.floor(y / scale), Math.floor(x / scale));
      if (dark) luma[(top + y) * WIDTH + left + x] = 16;
    }
  }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}

let driven: DrivenBrowser;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-camera-'));
  file = path.join(folder, 'camera.y4m');
  driven = await launch({
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
  });
  await prepareVault(driven, []);
});
afterAll(async () => {
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});

test('a QR held into the camera comes to the review, and the camera goes out', async () => {
  await writeFile(file, film(LINK));
  const page = await driven.openOwn('picture.html');
  await clickControl(page, { role: 'button', name: english('picture_camera') });
  await waitForControl(page, { role: 'textbox', name: english('accounts_label') });
  const values = await page.$$eval('input', (inputs) => inputs.map((input) => input.value));
  expect(values).toContain('camera@example.com');
  expect(await page.$$('video')).toHaveLength(0);
  await page.close();
});

test('the codes of an export, held into the camera one after the other, come to one list', async () => {
  const codes = [0, 1, 2].map((index) =>
    exportUri([{ name: `c${index}`, secret: secretBytes(index) }], { size: 3, index, id: 3 }),
  );
  await writeFile(file, film(...codes));
  const page = await driven.openOwn('picture.html');
  await clickControl(page, { role: 'button', name: english('picture_camera') });
  await clickControl(page, { role: 'button', name: counted('import_save', 3) });
  await waitForText(page, counted('import_saved', 3));
  await page.close();
});
