/** A prompt that nobody foresaw costs one press once; what ends that, and what takes it back. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  clickControl,
  isShown,
  readPageText,
  waitForControl,
  waitForText,
} from '../driver/controls.ts';
import { counted, english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  openPromptFixture,
  waitForGenuineFill,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';
import { logIn, openOwnPages, valueOf, waitForDigits } from './own-pages.ts';

const OFFER = { role: 'button', name: english('prompt_offer') } as const;
const FORGET = { role: 'button', name: /^Ask again:/ } as const;

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

const open: Page[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

/** A prompt of which nobody can say whose code it wants; its server takes any code but a refused one. */
function stepOf(words: string, verdict: 'taken' | 'refused'): string {
  const answer =
    verdict === 'taken'
      ? `v.innerHTML = '<h1>Devices</h1>'`
      : `t.value = ''; says.textContent = 'Wrong code'`;
  return `<div id="v"><h2>Enter your code</h2><p>${words}</p><input id="t" name="code" maxlength="6" inputmode="numeric">
    <p role="alert" id="says"></p><button id="go">Continue</button></div>
    <script>go.onclick = () => fetch('/own/verify', { method: 'POST', body: t.value }).then((r) => r.text()).then(() => { ${answer} })</script>`;
}

let visits = 0;

/** A new log-in of somebody new, whose prompt stands at an address with another number in it. */
async function visit(
  verdict: 'taken' | 'refused' = 'taken',
  words = 'Type the six digits to go on',
): Promise<Page> {
  visits += 1;
  const action = `https://vms.tplinkcloud.com/own/session/${4711 * visits}/code`;
  const form = `<form method="post" action="${action}"><label>Email <input name="email" type="email"></label>
    <label>Password <input name="password" type="password"></label><button>Sign in</button></form>`;
  const { page } = await openOwnPages(fixture, { step: stepOf(words, verdict), logIn: form });
  open.push(page);
  await logIn(page, await fixture.newUser());
  return page;
}

/** Waits for the offer, and gives the page that is still empty. */
async function offered(page: Page): Promise<Page> {
  await waitForControl(page, OFFER);
  expect(await valueOf(page)).toBe('');
  return page;
}

/** Presses the badge's button until the press counts: it must have been seen for a while. */
async function take(page: Page): Promise<Page> {
  await until(
    'the code',
    async () => {
      await clickControl(page, OFFER, 1_000).catch(() => undefined);
      return (await valueOf(page)) ? true : undefined;
    },
    60_000,
  );
  return page;
}

async function accept(page: Page): Promise<void> {
  await waitForDigits(page);
  await page.click('#go');
  await waitForText(page, /Devices/);
  // The badge goes with the prompt, once the page script has said what became of it.
  await until('the end of the prompt', async () =>
    (await readPageText(page)).includes(english('prompt_filled')) ? undefined : true,
  );
}

async function learn(): Promise<void> {
  await accept(await take(await offered(await visit())));
}

test('the offer is taken, the page accepts: the next log-in at the same prompt is filled by itself', async () => {
  await learn();
  await accept(await visit());
});

test("the settings list it, and after 'Ask again' it is offered", async () => {
  const options = await fixture.driven.openOwn('options.html#sites');
  await options.locator(`::-p-text(${counted('sites_remembered', 1)})`).click();
  await clickControl(options, FORGET);
  await until('an empty list', async () => ((await isShown(options, FORGET)) ? undefined : true));
  await options.close();
  await offered(await visit());
});

test('a code that the page refused ends it', async () => {
  await learn();
  const page = await visit('refused');
  await waitForDigits(page);
  await page.click('#go');
  await waitForText(page, new RegExp(english('prompt_refused')));
  await offered(await visit());
});

test('a sign that the code was sent keeps it from being filled', async () => {
  await learn();
  await accept(await visit());
  const page = await visit('taken', 'Type the six digits we sent you to go on');
  await waitForGenuineFill(fixture);
  expect(await valueOf(page)).toBe('');
});
