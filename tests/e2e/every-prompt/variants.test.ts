/** Every look a code field may have: filled with no click, by the right code, sent once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCode, clickPrimary, waitForScreen, signIn } from '../../simulator/person.ts';
import { variantNames } from '../../simulator/variants/index.ts';
import { expectNone } from '../../expect-none.ts';
import { PORTAL } from '../driver/stand-in.ts';
import {
  countOwnHosts,
  waitForGenuineFill,
  openPromptFixture,
  expectOneSubmit,
  submitsOf,
  waitForFilled,
  waitForSignedIn,
  type PromptFixture,
} from './prompt-fixture.ts';

/** These send themselves with the last digit. */
const SENDS_ITSELF = new Set(['D', 'input-otp']);
/** A closed shadow root needs other hands; K has no code field, L wants a mailed code. */
const BESIDE = new Set(['G-closed', 'K', 'L']);

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

/** Signs in, presses the page's own button on what was filled, and checks what the server got. */
async function logIn(query: string, sending: 'by-itself' | 'by-button' = 'by-button') {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  await page.goto(`${PORTAL}?${query}`);
  await signIn(page, email);
  if (sending === 'by-itself') {
    await waitForSignedIn(page);
    expect(submitsOf(fixture, email)).toMatchObject([{ outcome: 'accepted' }]);
  } else {
    await waitForFilled(page);
    expect(submitsOf(fixture, email)).toEqual([]);
    await clickPrimary(page);
    await waitForSignedIn(page);
    expectOneSubmit(fixture, email, 'accepted');
  }
  expectNone(failures);
  await page.close();
}

describe('filled with no click', () => {
  test.each(variantNames.filter((name) => !BESIDE.has(name)))('variant %s', (variant) =>
    logIn(`variant=${variant}`, SENDS_ITSELF.has(variant) ? 'by-itself' : 'by-button'),
  );

  test.each(['G1', 'G2', 'G3', 'G3X'])('flow %s', (flow) => logIn(`flow=${flow}`));

  test.each(['A', 'C'])('variant %s with the box to trust this device', (variant) =>
    logIn(`variant=${variant}&trustDevice=shown`),
  );

  test('under a strict Content-Security-Policy', () => logIn('csp=strict'));
  test('on a slow server', () => logIn('latencyMs=400'));
  test('chosen among methods', () => logInByChoice());
});

/** The chooser's first link is the authenticator. */
async function logInByChoice(): Promise<void> {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?mfa=chooser`);
  await signIn(page, email);
  await waitForScreen(page, 'chooser');
  await page.locator('::-p-xpath(//a[contains(., "uthenticator")])').click();
  await waitForFilled(page);
  await clickPrimary(page);
  await waitForSignedIn(page);
  expectOneSubmit(fixture, email, 'accepted');
  await page.close();
}

describe('never filled, and nothing shown', () => {
  test.each([
    ['decoys alone', 'variant=K', 'code'],
    ['an e-mailed code in the field of A', 'variant=L', 'email-code'],
    ['an e-mailed code', 'variant=B&mfa=email', 'email-code'],
    ['an e-mailed code in six boxes', 'variant=E&mfa=email', 'email-code'],
  ] as const)('%s', async (_title, query, screen) => {
    const email = await fixture.newUser();
    const page = await fixture.newPage();
    await page.goto(`${PORTAL}?flow=G1&${query}`);
    await signIn(page, email);
    await waitForScreen(page, screen);
    await waitForGenuineFill(fixture);
    await page.bringToFront();
    expect(await readCode(page)).toBe('');
    expect(await countOwnHosts(page)).toBe(0);
    expect(submitsOf(fixture, email)).toEqual([]);
    await page.close();
  });
});
