/**
 * `npm run store:pictures`: the pictures of the stores' listings, 1280×800 and
 * a tile of 440×280, in `.output/store`, taken of the built extension on its
 * first journey at the stand-in for VMS Cloud.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { ensureChromium } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';
import { launch } from '../e2e/driver/launch.ts';
import { firstJourney } from '../journey/steps.ts';
import { startSimulator } from '../simulator/server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const output = path.join(root, '.output/store');
const SCREEN = { width: 1280, height: 800 };
const UNLOCK_WINDOW = { width: 460, height: 680 };
const TILE = { width: 440, height: 280 };

/** The steps of the journey that make a picture, by how their titles begin, and the line above a small window. */
const PICTURES: readonly { readonly begins: string; readonly line: string }[] = [
  { begins: 'She switches on 2FA', line: 'Save the account when you set up 2FA' },
  { begins: 'She chooses a passphrase', line: 'Encrypted on this computer, by your passphrase' },
  { begins: 'The next code is filled', line: 'The code is filled when you sign in' },
  { begins: 'The popup shows', line: 'All your codes, one click away' },
];

const dataUrl = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

const icon = dataUrl('image/png', readFileSync(path.join(root, 'public/icon/128.png')));
const STYLE = `
  body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center;
    gap: 64px; background: #e6f1f8; color: #12181d; font: 600 44px/1.2 system-ui, sans-serif; }
  h1 { font: inherit; margin: 0; max-width: 460px; }
  p { font-size: 20px; font-weight: 400; color: #4b5862; }
  .window { max-height: 720px; border-radius: 12px; box-shadow: 0 12px 40px rgb(0 0 0 / .22); }
  .tile { gap: 20px; font-size: 30px; } .tile p { font-size: 16px; margin: 6px 0 0; }`;

async function take(stage: Page, file: string, size: typeof SCREEN, html?: string): Promise<void> {
  await stage.setViewport(size);
  if (html !== undefined) {
    await stage.setContent(`<!doctype html><style>${STYLE}</style>${html}`);
    await stage.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  }
  const place: `${string}.png` = `${path.join(output, file)}.png`;
  await stage.screenshot({ path: place, captureBeyondViewport: false });
  console.log(path.relative(root, place));
}

process.env['CHROMIUM_PATH'] = ensureChromium();
mkdirSync(output, { recursive: true });
const extension = buildExtension();
const simulator = await startSimulator();
const driven = await launch({ extension, simulator });
try {
  const page = await driven.newPage();
  await page.setViewport(SCREEN);
  const drawn: (() => Promise<void>)[] = [];
  for (const { title, act } of firstJourney(driven, page)) {
    const shown = await act();
    const index = PICTURES.findIndex(({ begins }) => title.startsWith(begins));
    const picture = PICTURES[index];
    if (!picture) continue;
    const file = `screen-${index + 1}`;
    if (shown === page) {
      await take(page, file, SCREEN);
      continue;
    }
    // Without a screen a window of ours may be as large as the browser's.
    const isLarge = await shown.evaluate((most) => innerWidth > most, UNLOCK_WINDOW.width);
    if (isLarge) await shown.setViewport(UNLOCK_WINDOW);
    // A window of ours is smaller: it is shown on a stage, at its own size.
    const shot = dataUrl('image/png', await shown.screenshot({ captureBeyondViewport: false }));
    const html = `<h1>${picture.line}</h1><img class="window" alt="" src="${shot}">`;
    drawn.push(async () => take(await driven.newPage(), file, SCREEN, html));
  }
  for (const draw of drawn) await draw();
  const words = `<div>Nightlatch<p>2FA codes for VIGI VMS.<br>Unofficial.</p></div>`;
  const tile = `<body class="tile"><img width="96" alt="" src="${icon}">${words}`;
  await take(await driven.newPage(), 'tile', TILE, tile);
} finally {
  await driven.close();
  await simulator.stop();
}
