/** Codes for programs that are not the browser: the float window, and the command that copies. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountRow } from '../../../lib/protocol/views.ts';
import { allowPermission, type GrantedProfile } from '../driver/granted.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  chooseInRowMenu,
  lockVault,
  prepareVault,
  unlock,
} from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { giveCopyCommand } from '../fill-by-hand/signals.ts';
import { clearAlarm, findAlarm, removeStored, soundAlarm } from '../driver/own-state.ts';

const ALARM = 'clipboard';
const MARIA = { issuer: 'VIGI', label: 'maria', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
const OPS = { issuer: 'VIGI', label: 'ops', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' };

let granted: GrantedProfile;
let driven: DrivenBrowser;
let own: Page;
let pinnedId: string;
beforeAll(async () => {
  granted = await allowPermission('notifications');
  driven = await granted.launch();
  await prepareVault(driven, [MARIA]);
  own = await driven.openOwn('options.html');
  pinnedId = await addAccount(own, OPS);
  await askAsOwnPage(own, 'accountChange', { id: pinnedId, change: { pinned: 'pinned' } });
  await driven.browser
    .defaultBrowserContext()
    .overridePermissions(driven.urlOf('').slice(0, -1), ['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await driven.close();
  await granted.remove();
});

/** Only a page in front may read it. */
async function readClipboard(): Promise<string> {
  await own.bringToFront();
  return own.evaluate(() => navigator.clipboard.readText());
}

/** The codes of the pinned account in this step and the next, once the vault is open. */
function codesOfPinned(): Promise<readonly string[]> {
  return until('the codes of an open vault', async () => {
    const asked = askAsOwnPage(own, 'codes', { ids: [pinnedId] });
    const rows = (await asked.catch(() => undefined)) as readonly AccountRow[] | undefined;
    return rows?.flatMap(({ code, next }) => [code?.digits ?? '', next?.digits ?? '']);
  });
}

async function commandInAnotherPage(): Promise<void> {
  const other = await driven.newPage('about:blank');
  await other.bringToFront();
  await giveCopyCommand(driven);
  await other.close();
}

async function waitForCopy(): Promise<void> {
  const before = await codesOfPinned();
  const copied = await until('a code on the clipboard', async () => {
    const text = await readClipboard();
    return /^\d{6}$/u.test(text) ? text : undefined;
  });
  expect([...before, ...(await codesOfPinned())]).toContain(copied);
}

test('an account shows in a small window, which closes when the vault is locked', async () => {
  const popup = await driven.openPopup(own);
  await chooseInRowMenu(popup, 'VIGI, maria', 'codes_float');
  const float = await driven.waitForWindow('float.html');
  const account = await float.waitForSelector('.float-code');
  expect(await account?.evaluate((item) => item.textContent)).toMatch(/maria.*\d{3}\s\d{3}/su);
  await lockVault(driven);
  await until('the window to be closed', () => float.isClosed() || undefined);
});

test('while locked, the command asks for unlocking and then copies the pinned code', async () => {
  await commandInAnotherPage();
  const window = await driven.waitForWindow('unlock.html');
  await unlock(window);
  await waitForCopy();
});

test('with another page in front it copies, says so, and the code is cleared in time', async () => {
  await own.bringToFront();
  await own.evaluate(() => navigator.clipboard.writeText('before'));
  // The copy of the test before is over.
  await clearAlarm(own, ALARM);
  await removeStored(own, 'session', 'copied-texts');
  await commandInAnotherPage();
  await waitForCopy();
  const worker = await driven.worker();
  await until('the notification', async () => {
    const shown = await worker.evaluate(() => chrome.notifications.getAll());
    return 'copied' in shown || undefined;
  });
  expect(await findAlarm(own, ALARM)).toBeLessThanOrEqual(Date.now() + 30_000);
  await soundAlarm(own, ALARM);
  await until('an empty clipboard', async () =>
    (await readClipboard()).trim() === '' ? true : undefined,
  );
});
