/** The screens of the built extension, and a vault whose accounts show in them. */
import type { Page } from 'puppeteer-core';
import { typeInto, waitForControl, waitForText } from '../e2e/driver/controls.ts';
import type { Driven } from '../e2e/driver/driven.ts';
import {
  addAccount,
  askAsOwnPage,
  chooseInRowMenu,
  english,
  PASSPHRASE,
} from '../e2e/driver/nightlatch.ts';
import { waitForFocus } from '../components/harness/acts.ts';
import { button, POPUP, press, TAB, WINDOW, type Screen } from './screen.ts';

const popup = (name: string, prepare?: Screen['prepare']): Screen => ({
  name: name === '' ? 'popup' : `popup-${name}`,
  file: 'popup.html',
  size: POPUP,
  ...(prepare && { prepare }),
});
const window = (name: string, prepare?: Screen['prepare'], file = 'unlock.html'): Screen => ({
  name,
  file,
  size: WINDOW,
  ...(prepare && { prepare }),
});
const tab = (name: string, file = `${name}.html`): Screen => ({ name, file, size: TAB });
const pressing = (key: Parameters<typeof english>[0]) => (page: Page) => press(page, key);

async function openMenu(page: Page): Promise<void> {
  await page.hover('.row');
  await page.click('.row .row-more-button');
}

/** A key of the list, which the row in focus takes. */
const key = (character: string) => async (page: Page) => {
  await waitForFocus(page, '[data-row="0"]');
  await page.keyboard.type(character);
};

async function openEdit(page: Page): Promise<void> {
  await key('e')(page);
  await waitForControl(page, button('ui_save'));
}

async function showQr(page: Page): Promise<void> {
  await chooseInRowMenu(page, 'GitHub, maria', 'accounts_qr');
  await typeInto(page, 'input[type=password]', PASSPHRASE);
  await press(page, 'accounts_qr_show');
  await page.waitForSelector('.qr');
}

async function copy(page: Page): Promise<void> {
  await page.click('[data-row="0"]');
  await waitForText(page, english('codes_copied'));
}

async function suggestWords(page: Page): Promise<void> {
  await press(page, 'unlock_suggest');
  await page.waitForSelector('.suggested');
}

async function lose(page: Page): Promise<void> {
  await press(page, 'lost_title');
  await page.waitForSelector('.button-danger');
}

const FLOAT = { width: 340, height: 360 };
const SECTIONS = ['backup', 'security', 'sites', 'appearance', 'transfer', 'trash', 'health'];

export const WITHOUT_VAULT: readonly Screen[] = [
  popup('empty'),
  tab('welcome'),
  window('unlock-new'),
  window('unlock-words', suggestWords),
  window('unlock-restore', undefined, 'unlock.html#restore'),
];
export const WITH_VAULT: readonly Screen[] = [
  popup(''),
  popup('search', (page) => page.keyboard.type('harb')),
  popup('none-found', (page) => page.keyboard.type('zzz')),
  popup('keys', key('?')),
  popup('copied', copy),
  popup('qr', showQr),
  popup('menu', openMenu),
  popup('add', pressing('codes_add')),
  popup('edit', openEdit),
  { name: 'float', file: 'float.html', size: FLOAT },
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
  window('unlock'),
  window('unlock-lost', lose),
  tab('options-locked', 'options.html#security'),
  tab('import-locked', 'import.html'),
  tab('export-locked', 'export.html'),
];

const ACCOUNTS = [
  ['TP-Link', 'maria@example.com', 'Harbour'],
  ['TP-Link', 'ops@harbour-logistics.example', 'Harbour'],
  ['TP-Link', 'installer+site017@north-depot.example', 'North depot'],
  ['GitHub', 'maria', ''],
  ['A company with a rather long name Ltd', 'orders', 'Airport'],
] as const;

/** A vault with accounts that have tags, a pin and long names; one that is there already gets them. */
export async function fillVault(driven: Driven): Promise<void> {
  const own = await driven.openOwn('options.html');
  const { state } = (await askAsOwnPage(own, 'vaultState', {})) as { readonly state: string };
  const secret = { kind: 'passphrase', passphrase: PASSPHRASE };
  if (state === 'absent') await askAsOwnPage(own, 'createVault', secret);
  // As the user says of the recovery code on the screen that shows it.
  await askAsOwnPage(own, 'healthNote', { recovery: 'kept' });
  for (const [index, [issuer, label, tag]] of ACCOUNTS.entries()) {
    const base32 = `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PX${'ABCDE'[index] ?? ''}`;
    const id = await addAccount(own, { issuer, label, secret: base32 });
    const pinned = label === 'maria' ? 'pinned' : 'unpinned';
    await askAsOwnPage(own, 'accountChange', { id, change: { tags: tag ? [tag] : [], pinned } });
  }
  await own.close();
}
