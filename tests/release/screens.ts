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
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { launch } from '../e2e/driver/launch.ts';
import { askAsOwnPage, english, lockVault, prepareVault } from '../e2e/driver/nightlatch.ts';

const POPUP = { width: 400, height: 580 };
const WINDOW = { width: 460, height: 680 };
const TAB = { width: 1000, height: 760 };

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

interface Screen {
  readonly name: string;
  /** The page, with its hash. */
  readonly file: string;
  readonly size: typeof TAB;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const popup = (name: string, prepare?: Screen['prepare']): Screen => ({
  name: name === '' ? 'popup' : `popup-${name}`,
  file: 'popup.html',
  size: POPUP,
  ...(prepare && { prepare }),
});
const tab = (name: string, file = `${name}.html`): Screen => ({ name, file, size: TAB });
const press = (key: Parameters<typeof english>[0]) => (page: Page) =>
  clickControl(page, { role: 'button', name: english(key) });

async function openMenu(page: Page): Promise<void> {
  await page.hover('.row');
  await page.click('.row .row-more-button');
}

async function openEdit(page: Page): Promise<void> {
  await page.waitForSelector('[data-row="0"]:focus');
  await page.keyboard.press('e');
  await waitForControl(page, { role: 'button', name: english('ui_save') });
}

const SECTIONS = ['backup', 'security', 'sites', 'appearance', 'transfer', 'trash', 'health'];

const WITHOUT_VAULT: readonly Screen[] = [
  popup('empty'),
  tab('welcome'),
  { name: 'unlock-new', file: 'unlock.html', size: WINDOW },
];
const WITH_VAULT: readonly Screen[] = [
  popup(''),
  popup('search', (page) => page.keyboard.type('harb')),
  popup('menu', openMenu),
  popup('add', press('codes_add')),
  popup('edit', openEdit),
  popup('trash', press('codes_bin')),
  { name: 'float', file: 'float.html', size: { width: 340, height: 360 } },
  ...SECTIONS.map((section) => tab(`options-${section}`, `options.html#${section}`)),
  tab('options-help', 'options.html#help'),
  tab('guide'),
  tab('guide-topic', 'guide.html#code-rejected'),
  tab('import'),
  tab('export'),
  tab('picture'),
];
const LOCKED: readonly Screen[] = [
  popup('locked'),
  { name: 'unlock', file: 'unlock.html', size: WINDOW },
  tab('options-locked', 'options.html#security'),
];

const ACCOUNTS = [
  ['TP-Link', 'maria@example.com', 'Harbour'],
  ['TP-Link', 'ops@harbour-logistics.example', 'Harbour'],
  ['TP-Link', 'installer+site017@north-depot.example', 'North depot'],
  ['GitHub', 'maria', ''],
  ['A company with a rather long name Ltd', 'orders', 'Airport'],
] as const;

const [folder = '', ...wanted] = process.argv.slice(2);
if (folder === '') throw new Error('Usage: npm run pictures -- FOLDER [NAME…]');
mkdirSync(folder, { recursive: true });
process.env['CHROMIUM_PATH'] = ensureChromium();
const driven = await launch({ extension: buildExtension() });

async function draw(page: Page, { name, size }: Screen, look: Look): Promise<void> {
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

async function drawAll(screens: readonly Screen[]): Promise<void> {
  for (const screen of screens) {
    if (wanted.length > 0 && !wanted.some((one) => screen.name.startsWith(one))) continue;
    const page = await driven.newPage();
    await page.setViewport(screen.size);
    await page.goto(driven.urlOf(screen.file));
    await page.waitForSelector('#app > *');
    await screen.prepare?.(page);
    for (const look of LOOKS) await draw(page, screen, look);
    console.log(screen.name);
    await page.close();
  }
}

try {
  await drawAll(WITHOUT_VAULT);
  await prepareVault(
    driven,
    ACCOUNTS.map(([issuer, label], index) => ({
      issuer,
      label,
      secret: `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX${'ABCDE'[index] ?? ''}`,
    })),
  );
  const own = await driven.openOwn('options.html');
  const saved = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as readonly {
    readonly id: string;
    readonly label: string;
  }[];
  for (const { id, label } of saved) {
    const tag = ACCOUNTS.find(([, one]) => one === label)?.[2];
    const pinned = label === 'maria' ? 'pinned' : 'unpinned';
    await askAsOwnPage(own, 'accountChange', { id, change: { tags: tag ? [tag] : [], pinned } });
  }
  await own.close();
  await drawAll(WITH_VAULT);
  await lockVault(driven);
  await drawAll(LOCKED);
} finally {
  await driven.close();
}
