/** The screens of the built extension, and a vault whose accounts show in them. */
import type { Page } from 'puppeteer-core';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import type { Driven } from '../e2e/driver/driven.ts';
import { askAsOwnPage, english, prepareVault } from '../e2e/driver/nightlatch.ts';

export const POPUP = { width: 400, height: 580 };
const WINDOW = { width: 460, height: 680 };
export const TAB = { width: 1000, height: 760 };

/** One page of ours in one state. */
export interface Screen {
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

export const WITHOUT_VAULT: readonly Screen[] = [
  popup('empty'),
  tab('welcome'),
  { name: 'unlock-new', file: 'unlock.html', size: WINDOW },
];
export const WITH_VAULT: readonly Screen[] = [
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
export const LOCKED: readonly Screen[] = [
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

/** Makes a vault with accounts that have tags, a pin and long names. */
export async function fillVault(driven: Driven): Promise<void> {
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
}
