/** VMS Local, in each way it may log in: what stands on the user's own host needs his leave, what stands on the id host does not. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCode, clickPrimary, waitForScreen, signIn } from '../../simulator/person.ts';
import { allowHost, type GrantedProfile } from '../driver/granted.ts';
import { addAccount, askAsOwnPage } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  waitForGenuineFill,
  openPromptFixture,
  expectOneSubmit,
  submitsOf,
  waitForFilled,
  waitForSignedIn,
  type PromptFixture,
} from './prompt-fixture.ts';
import { tabIdOf } from '../messages/forged.ts';

const LOCAL = 'https://nvr.local:8043';

let profile: GrantedProfile;
let fixture: PromptFixture;
let own: Page;
beforeAll(async () => {
  profile = await allowHost('https://nvr.local/*');
  fixture = await openPromptFixture({}, (simulator) => profile.launch(simulator));
  own = await fixture.driven.openOwn('options.html');
});
afterAll(async () => {
  await fixture.close();
  await profile.remove();
});

/** The account belongs to the local host too, as after a fill there by hand. */
async function bind(label: string): Promise<void> {
  const accounts = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as readonly {
    readonly id: string;
    readonly label: string;
    readonly sites: readonly string[];
  }[];
  const account = accounts.find((one) => one.label === label);
  const sites = [...(account?.sites ?? []), LOCAL];
  await askAsOwnPage(own, 'accountChange', { id: account?.id, change: { sites } });
}

async function fillAndLogIn(page: Page, user: string): Promise<void> {
  await waitForFilled(page);
  await clickPrimary(page);
  await until('the answer of the server', () => submitsOf(fixture, user)[0]);
  expectOneSubmit(fixture, user, 'accepted');
}

test('before the user adds it, nothing is filled on the local host', async () => {
  const page = await fixture.newPage('window');
  await page.goto(`${LOCAL}/?local=post`);
  await signIn(page, await fixture.newUser());
  await waitForScreen(page, 'code');
  await waitForGenuineFill(fixture);
  await page.bringToFront();
  expect(await readCode(page)).toBe('');
  await askAsOwnPage(own, 'siteWant', { tabId: await tabIdOf(own, page) });
  await page.close();
});

test('a user of VMS Local itself', async () => {
  const secret = fixture.simulator.accounts().find(({ email }) => email === 'operator')
    ?.live?.secret;
  await addAccount(own, { issuer: 'VMS Local', label: 'operator', secret: secret ?? '' });
  await bind('operator');
  const page = await fixture.newPage();
  await page.goto(`${LOCAL}/?local=user`);
  await signIn(page, 'operator');
  await fillAndLogIn(page, 'operator');
  await waitForSignedIn(page);
  await page.close();
});

test('the ID, posted on the local host', async () => {
  const email = await fixture.newUser();
  await bind(email);
  const page = await fixture.newPage();
  await page.goto(`${LOCAL}/?local=post`);
  await signIn(page, email);
  await fillAndLogIn(page, email);
  await waitForSignedIn(page);
  await page.close();
});

test('the ID, by a redirect to the id host and back', async () => {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await page.goto(`${LOCAL}/?local=redirect`);
  await clickPrimary(page);
  await signIn(page, email);
  await fillAndLogIn(page, email);
  await waitForSignedIn(page);
  expect(new URL(page.url()).origin).toBe(LOCAL);
  await page.close();
});

test('the ID, in a window of the id host', async () => {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await page.goto(`${LOCAL}/?local=popup`);
  const asked = new Promise<Page | null>((resolve) => {
    page.once('popup', resolve);
  });
  await clickPrimary(page);
  const window = await asked;
  if (window === null) throw new Error('no window opened');
  await signIn(window, email);
  await fillAndLogIn(window, email);
  await waitForSignedIn(page);
  await page.close();
});
