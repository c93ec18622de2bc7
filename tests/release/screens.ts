/**
 * `npm run pictures -- FOLDER [NAME…]`: the screens of the built extension, with
 * a real vault behind them, in every look: light, dark, forced colors, 320 px
 * wide, at 200 % and right to left. Pictures to be looked at: nothing here can fail.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { rewrite } from '../components/harness/looks.ts';
import { ensureChromium } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';
import { POPUP, TAB, type ReachedScreen, type Screen } from './screen.ts';
import { GROUPS, openStage, visit } from './screen-groups.ts';

interface Look {
  readonly name: string;
  readonly size: (usual: typeof TAB) => typeof TAB & { readonly deviceScaleFactor?: number };
  readonly features?: Readonly<Record<string, string>>;
  /** A page stays so once it was turned: the last look. */
  readonly turned?: 'rtl';
}

const LOOKS: readonly Look[] = [
  { name: 'light', size: (usual) => usual },
  { name: 'dark', size: (usual) => usual, features: { 'prefers-color-scheme': 'dark' } },
  { name: 'forced', size: (usual) => usual, features: { 'forced-colors': 'active' } },
  { name: '320', size: ({ height }) => ({ width: 320, height }) },
  {
    name: '200',
    // A popup of 800 × 600 px is the largest there is.
    size: ({ width, height }) => ({
      width: width === POPUP.width ? 400 : Math.round(width / 2),
      height: width === POPUP.width ? 300 : Math.round(height / 2),
      deviceScaleFactor: 2,
    }),
  },
  { name: 'rtl', size: (usual) => usual, turned: 'rtl' },
];

const [folder = '', ...wanted] = process.argv.slice(2);
if (folder === '') throw new Error('Usage: npm run pictures -- FOLDER [NAME…]');
mkdirSync(folder, { recursive: true });
process.env['CHROMIUM_PATH'] = ensureChromium();

async function draw(page: Page, { name, size }: Screen | ReachedScreen, look: Look): Promise<void> {
  const viewport = look.size(size);
  await page.setViewport(viewport);
  const features = Object.entries(look.features ?? {});
  await page.emulateMediaFeatures(features.map(([feature, value]) => ({ name: feature, value })));
  if (look.turned) await rewrite(page, look.turned);
  const file: `${string}.png` = `${path.join(folder, `${name}-${look.name}`)}.png`;
  if (size === TAB) {
    // A picture beyond the viewport is shifted sideways where the page goes right to left.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ ...viewport, height: Math.max(viewport.height, whole) });
  }
  await page.screenshot({ path: file });
}

const isWanted = ({ name }: Screen | ReachedScreen): boolean =>
  wanted.length === 0 || wanted.some((one) => name.startsWith(one));

const stage = await openStage(buildExtension());
try {
  for (const { enter, screens } of GROUPS) {
    await enter(stage);
    for (const screen of screens.filter(isWanted)) {
      await visit(stage, screen, async (page) => {
        for (const look of LOOKS) await draw(page, screen, look);
      });
      console.log(screen.name);
    }
  }
} finally {
  await stage.close();
}
