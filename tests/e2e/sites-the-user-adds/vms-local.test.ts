/**
 * A host of the user's own, from the first press in the popup to a fill without any. Every way there
 * goes through the screen; only the browser's permission dialog is answered beforehand (driver/granted.ts).
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import type { SiteView } from '../../../lib/protocol/views.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { allowHost, type GrantedProfile } from '../driver/granted.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  english,
  PASSPHRASE,
  prepareVault,
  pressUntilUnlockWindow,
  unlock,
} from '../driver/nightlatch.ts';
import { clickControl, isShown, waitForControl, waitForText } from '../driver/controls.ts';
import { readCodeField, signIn, waitForCodeField, waitForFilled } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { markHosts, updateExtension, waitForOneNewHost } from '../driver/update.ts';
import { giveCommand } from '../fill-by-hand/signals.ts';

const LOCAL = 'https://nvr.local:8043';

let simulator: Simulator;
let profile: GrantedProfile;
let driven: DrivenBrowser;

beforeAll(async () => {
  simulator = await startSimulator();
  profile = await allowHost('https://nvr.local/*');
  driven = await profile.launch(simulator);
  await prepareVault(driven, [
    { issuer: 'Other', label: 'karl', secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' },
  ]);
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
  await profile.remove();
});

async function asOwnPage<Answer>(work: (own: Page) => Promise<Answer>): Promise<Answer> {
  const own = await driven.openOwn('options.html');
  const answer = await work(own);
  await own.close();
  return answer;
}

async function ask<Answer>(name: string, question: unknown): Promise<Answer> {
  return (await asOwnPage((own) => askAsOwnPage(own, name, question))) as Answer;
}

/** Somebody whose account has given no code yet: no test waits for the step that another one used. */
async function newUser(name: string, sites: readonly string[] = []): Promise<string> {
  const { email, secret } = simulator.addUser(name);
  const id = await asOwnPage((own) => addAccount(own, { issuer: 'TP-Link', label: email, secret }));
  await ask('accountChange', { id, change: { sites } });
  return email;
}

async function grantedIds(): Promise<readonly string[]> {
  const sites = await ask<readonly SiteView[]>('siteList', {});
  return sites.filter(({ kind }) => kind === 'granted').map(({ id }) => id);
}

/** The accounts of the vault by label, with their sites. */
async function sitesByLabel(): Promise<Readonly<Record<string, readonly string[]>>> {
  const accounts = await ask<readonly AccountView[]>('accounts', { bin: 'live' });
  return Object.fromEntries(accounts.map(({ label, sites }) => [label, sites]));
}

/** Takes the accounts' sites away again, so that the next way begins where the first did. */
async function unbind(): Promise<void> {
  for (const { id } of await ask<readonly AccountView[]>('accounts', { bin: 'live' }))
    await ask('accountChange', { id, change: { sites: [] } });
}

let genuineUsers = 0;

/** Proof by contrast: there was time to fill a prompt, as one of VMS Cloud in another window has been. */
async function waitForGenuineFill(): Promise<void> {
  const genuine = await newUser(`genuine-${(genuineUsers += 1)}`, ['vms-cloud']);
  const page = await driven.browser.newPage({ type: 'window' });
  await signIn(page, genuine);
  await waitForFilled(page);
  await page.close();
}

async function promptAt(origin: string, email: string): Promise<Page> {
  const page = await driven.browser.newPage({ type: 'window' });
  const session = await page.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  await session.detach();
  await signIn(page, email, `${origin}/`);
  await waitForCodeField(page);
  return page;
}

const fillOf = (label: string) => ({
  role: 'button',
  name: new RegExp(`^Fill code for .*${label}`),
});
const CHOOSE = { role: 'button', name: english('prompt_choose') } as const;
const CHOOSE_HERE = new RegExp(
  english('codes_here_choose')
    .replace('$1', '\u2068nvr.local:8043\u2069')
    .replaceAll('.', String.raw`\.`),
);

test('before the user adds it, a VMS Local host is left alone', async () => {
  const page = await promptAt(LOCAL, await newUser('before'));
  await waitForGenuineFill();
  await page.bringToFront();
  expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
  expect(await readCodeField(page)).toBe('');
  const popup = await driven.openPopup(page);
  await waitForControl(popup, { role: 'button', name: english('codes_grant') });
  expect(await isShown(popup, fillOf('karl'))).toBe(false);
  await page.close();
});

test("after 'Allow' the popup says so, asks for the account, and a press on Fill binds it", async () => {
  const email = await newUser('first');
  const page = await promptAt(LOCAL, email);
  const popup = await driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_grant') });
  await clickControl(popup, { role: 'button', name: english('codes_grant_allow') });
  await waitForText(popup, CHOOSE_HERE);
  // Nothing is filled here before that.
  const said = await waitForText(popup, /was added\. Now choose the account\./u);
  expect(said).not.toContain(english('codes_granted'));
  expect(await grantedIds()).toEqual([LOCAL]);
  await page.bringToFront();
  await waitForControl(page, CHOOSE);
  const again = await driven.openPopup(page);
  await waitForText(again, CHOOSE_HERE);
  await waitForControl(again, fillOf('karl'));
  await clickControl(again, fillOf(email));
  await waitForFilled(page);
  await until('the account to belong to the site', async () =>
    (await sitesByLabel())[email]?.includes(LOCAL) ? true : undefined,
  );
  expect((await sitesByLabel())['karl']).toEqual([]);
  await page.close();
});

test.each([
  ['the badge at the field', 'badge', (page: Page) => clickControl(page, CHOOSE)],
  ['the keyboard command', 'command', (page: Page) => giveCommand(driven, page)],
])(
  '%s opens the account picker with all accounts, and the choice binds',
  async (_way, name, press) => {
    await unbind();
    const email = await newUser(name);
    const page = await promptAt(LOCAL, email);
    await waitForControl(page, CHOOSE);
    const picker = await until('the account picker', async () => {
      await press(page);
      return driven.waitForWindow('account-picker.html', 3_000).catch(() => undefined);
    });
    await waitForControl(picker, { role: 'button', name: /karl/ });
    await clickControl(picker, { role: 'button', name: new RegExp(email) });
    await page.bringToFront();
    await waitForFilled(page);
    await until('the account to belong to the site', async () =>
      (await sitesByLabel())[email]?.includes(LOCAL) ? true : undefined,
    );
    await page.close();
  },
);

test('bound and after a restart of the browser, it is filled with no click', async () => {
  await driven.close();
  driven = await profile.launch(simulator);
  await ask('unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  const email = await newUser('restarted', [LOCAL]);
  const page = await driven.newPage();
  await signIn(page, email, `${LOCAL}/`);
  await waitForFilled(page);
  await page.close();
});

test('after an update, with which the browser forgets registered scripts, pages are filled again, open ones too', async () => {
  // After the update nobody knows who signed in: the site's only account is taken.
  await unbind();
  const email = await newUser('updated', [LOCAL]);
  await ask('lock', {});
  const page = await promptAt(LOCAL, email);
  await waitForControl(page, { role: 'button', name: english('prompt_locked') });
  await markHosts(page);
  await updateExtension(driven);
  const next = await promptAt(LOCAL, email);
  await waitForControl(next, { role: 'button', name: english('prompt_locked') });
  await next.close();
  await page.bringToFront();
  await waitForOneNewHost(page);
  const window = await pressUntilUnlockWindow(driven, page, 'prompt_locked');
  await unlock(window);
  await page.bringToFront();
  const offer = { role: 'button', name: english('prompt_offer') } as const;
  await until('the code, which takes one press', async () => {
    if (/^\d{6}$/.test((await readCodeField(page)) ?? '')) return true;
    await clickControl(page, offer, 2_000).catch(() => undefined);
    return undefined;
  });
  await page.close();
});

/** No code, and nothing of ours in the page: a badge would stand there though its code is used up. */
async function expectLeftAlone(page: Page): Promise<void> {
  await waitForGenuineFill();
  expect(await readCodeField(page)).toBe('');
  expect(await page.evaluate(() => document.querySelectorAll('html > [popover]').length)).toBe(0);
  await page.close();
}

test('another port of the same host is another site', async () => {
  const page = await promptAt('https://nvr.local:9443', await newUser('port', [LOCAL]));
  await expectLeftAlone(page);
});

test('a revoked site is left alone again', async () => {
  const email = await newUser('revoked', [LOCAL]);
  await ask('siteRevoke', { siteId: LOCAL });
  expect(await grantedIds()).toEqual([]);
  const page = await promptAt(LOCAL, email);
  await expectLeftAlone(page);
});
