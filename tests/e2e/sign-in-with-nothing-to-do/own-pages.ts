/** Pages of the tests' own at the site's address, and what they send to their server. */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { PASSWORD } from '../../simulator/accounts.ts';
import type { PromptFixture } from '../every-prompt/prompt-fixture.ts';
import { until } from '../driver/until.ts';

const ROOT = 'https://vms.tplinkcloud.com/own/';
/** A slow server: what it was sent shows in the browser only by then. */
const ANSWER_MS = 1_500;

const LOG_IN = `<form method="post" action="${ROOT}step"><label>Email <input name="email" type="email"></label>
  <label>Password <input name="password" type="password"></label><button>Sign in</button></form>`;

export interface OwnPages {
  readonly page: Page;
  /** Bodies of the requests to /own/verify, in order. */
  readonly sent: readonly string[];
}

export interface Answers {
  /** What follows the log-in. */
  readonly step: string;
  /** What /own/verify gives, by the number of the request. */
  readonly verify?: (request: number) => string;
  /** In place of the log-in form. */
  readonly logIn?: string;
  /** How long the step after the log-in takes, ms. */
  readonly stepMs?: number;
  /** How long /own/verify takes, ms. */
  readonly answerMs?: number;
}

function html(body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Portal</title><body>${body}`;
}

/** Opens the log-in page in a window of its own. */
export async function openOwnPages(fixture: PromptFixture, answers: Answers): Promise<OwnPages> {
  const page = await fixture.newPage('window');
  const sent: string[] = [];
  await page.setRequestInterception(true);
  const respond = (request: HTTPRequest, body: string): void =>
    void request.respond({ contentType: 'text/html', body }).catch(() => undefined);
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(ROOT)) return void request.continue();
    if (url.endsWith('/login')) return respond(request, html(answers.logIn ?? LOG_IN));
    if (!url.endsWith('/verify'))
      return void setTimeout(() => respond(request, html(answers.step)), answers.stepMs ?? 0);
    sent.push(request.postData() ?? '');
    const body = html(answers.verify?.(sent.length) ?? '<h1>Devices</h1>');
    setTimeout(() => respond(request, body), answers.answerMs ?? ANSWER_MS);
  });
  await page.goto(`${ROOT}login`);
  return { page, sent };
}

/** The log-in, typed with the keyboard. */
export async function logIn(page: Page, email: string): Promise<void> {
  await page.type('[name=email]', email);
  await page.type('[name=password]', PASSWORD);
  await page.click('button');
}

export function valueOf(page: Page, selector = '#t'): Promise<string | undefined> {
  // Between two documents there is none to ask.
  return page
    .evaluate((one) => document.querySelector<HTMLInputElement>(one)?.value, selector)
    .catch(() => undefined);
}

export function waitForDigits(page: Page, selector = '#t'): Promise<string> {
  return until(
    `six digits in ${selector}`,
    async () => {
      const value = await valueOf(page, selector);
      return value !== undefined && /^\d{6}$/.test(value) ? value : undefined;
    },
    90_000,
  );
}

/** A prompt as most pages show it, with `rest` after its field. */
export function promptOf(rest: string, attributes = ''): string {
  return `<h2>Two-factor authentication</h2><p>Enter the code of your authenticator app</p>
    <input id="t" name="token" maxlength="6" autocomplete="one-time-code" inputmode="numeric" ${attributes}>${rest}`;
}
