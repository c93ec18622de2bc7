/** What a user does at the stand-in for VMS Cloud, in English and in every variant of its fields. */
import type { Page } from 'puppeteer-core';
import type { Simulator } from '../../simulator/server.ts';
import { typeInto } from './controls.ts';
import type { TypedSecret } from './nightlatch.ts';
import { until } from './until.ts';

export const PORTAL = 'https://vms.tplinkcloud.com/';

/** A step has 30 s, and a busy machine is no defect. */
const FILL_MS = 90_000;

/** The stand-in's one password (tests/simulator/accounts.ts). */
const PASSWORD = 'Latch-and-key-1';

const FIELDS = {
  email: '#form_item_email, #username input, input[placeholder="Email"]',
  password: '#form_item_password, #password input, input[placeholder="Password"]',
  code: '#form_item_code, #code input, .sim-boxes input',
} as const;

/** Presses what carries exactly this text: the stand-in's buttons are often links. */
export async function clickText(page: Page, text: string): Promise<void> {
  await page
    .locator(`::-p-xpath(//*[self::a or self::button][normalize-space(.)="${text}"])`)
    .click();
}

/** Opens the portal (or `url`) and types e-mail and password; the stand-in may cross to its id host. */
export async function signIn(page: Page, email: string, url = PORTAL): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await typeInto(page, FIELDS.email, email);
  await typeInto(page, FIELDS.password, PASSWORD);
  await clickText(page, 'Sign In');
}

/** The devices' page: the log-in is over. */
export async function waitForSignedIn(page: Page): Promise<void> {
  await page.waitForSelector('#sign-out', { visible: true });
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('#sign-out').click();
  await page.waitForSelector(FIELDS.email, { visible: true });
}

/** Ends the enrolment's last screen; a dialog that fades away still catches clicks. */
export async function finishEnrolment(page: Page): Promise<void> {
  await clickText(page, 'Done');
  await page.waitForSelector('.ant-modal-wrap, .sim-dialog', { hidden: true });
}

/** From anywhere in the portal to the dialog with the QR, which a test may keep hidden. */
export async function openEnrolment(
  page: Page,
  qr: 'visible' | 'hidden' = 'visible',
): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/admin/account';
  });
  await page.locator('#enable-2fa').click();
  await clickText(page, 'Next');
  await typeInto(page, FIELDS.password, PASSWORD);
  await clickText(page, 'Next');
  await page.waitForSelector('.sim-qr > *', { [qr]: true });
}

/** What stands in the code field now; split boxes joined; undefined when there is no field. */
export function readCodeField(page: Page): Promise<string | undefined> {
  return page.evaluate((selector) => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>(selector)];
    return boxes.length === 0 ? undefined : boxes.map((box) => box.value).join('');
  }, FIELDS.code);
}

/** Waits until the page shows its code field. */
export async function waitForCodeField(page: Page): Promise<void> {
  await page.waitForSelector(FIELDS.code, { visible: true });
}

/** Waits until six digits stand in the code field, and gives them: a step may have to pass first. */
export function waitForFilled(page: Page, timeoutMs = FILL_MS): Promise<string> {
  return until(
    'six digits in the code field',
    async () => {
      const value = await readCodeField(page);
      return value !== undefined && /^\d{6}$/.test(value) ? value : undefined;
    },
    timeoutMs,
  );
}

/** Types over what stands in the code field. */
export async function retypeCode(page: Page, code: string): Promise<void> {
  await page.click(FIELDS.code, { count: 3 });
  await page.keyboard.type(code);
}

/**
 * The codes that Nightlatch may have given this user a moment ago: the step may
 * have ended since, and a code that stood unsent was replaced by the next one.
 */
export function recentCodes(simulator: Simulator, email: string): readonly string[] {
  return [0, -1, -2].map((step) => simulator.codeFor(email, step));
}

/** The account as a user of the stand-in who is enrolled already has it. */
export function enrolledAccount(simulator: Simulator, email: string): TypedSecret {
  const secret = simulator.accounts().find((account) => account.email === email)?.live?.secret;
  if (secret === undefined) throw new Error(`${email} is not enrolled`);
  return { issuer: 'TP-Link', label: email, secret };
}
