import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import qrcode from 'qrcode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, prepareVault } from '../driver/nightlatch.ts';

const LINK =
  'otpauth://totp/TP-Link:camera%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=TP-Link';
const WIDTH = 640;
const HEIGHT = 480;

/** One grey frame with a QR in the middle, as YUV4MPEG2: what Chromium's fake camera plays. */
function film(text: string): Buffer {
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
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\nFRAME\n`;
  return Buffer.concat([Buffer.from(head), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}

let driven: DrivenBrowser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-camera-'));
  const file = path.join(folder, 'camera.y4m');
  await writeFile(file, film(LINK));
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
  const page = await driven.openOwn('picture.html');
  await clickControl(page, { role: 'button', name: english('picture_camera') });
  await waitForControl(page, { role: 'textbox', name: english('accounts_label') });
  const values = await page.$$eval('input', (inputs) => inputs.map((input) => input.value));
  expect(values).toContain('camera@example.com');
  expect(await page.$$('video')).toHaveLength(0);
  await page.close();
});
