import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const logIn = `<form onsubmit="return false"><input id="form_item_email"><input id="p" type="password"><a class="s-button-primary" href="#">Sign in</a></form>`;
const log = (): Promise<readonly string[]> => tab.ours('room.log');

async function watch(html: string): Promise<void> {
  await tab.show(html);
  await tab.ours('room.startSignIn()');
}

test('typing in a log-in form is told, with the e-mail in it', async () => {
  await watch(logIn);
  await tab.page.type('#form_item_email', 'maria@example.com');
  await tab.page.type('#p', 'secret');
  await tab.page.click('a');
  await until(
    'the e-mail',
    async () => (await log()).at(-1) === 'sign-in maria@example.com' || undefined,
    5000,
  );
});

test('what was typed is told no more than about once a second', async () => {
  await watch(logIn);
  await tab.page.type('#form_item_email', 'maria@example.com');
  expect((await log()).length).toBeLessThanOrEqual(2);
});

test('events the page makes itself are nobody’s log-in', async () => {
  await watch(logIn);
  await tab.page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#p');
    if (field) field.value = 'secret';
    for (const name of ['input', 'change', 'click', 'keydown'])
      field?.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    document.querySelector('a')?.click();
  });
  expect(await log()).toEqual([]);
});

test('typing elsewhere and clicking beside the form are no log-in', async () => {
  await watch(`<input id="q" type="search"><p id="beside">Welcome</p>${logIn}`);
  await tab.page.type('#q', 'camera');
  await tab.page.click('#beside');
  expect(await log()).toEqual([]);
});

test('a press in a log-in form that nobody has filled in is no log-in', async () => {
  await watch(logIn);
  await tab.page.click('a');
  expect(await log()).toEqual([]);
});

test('the code field of a prompt is no log-in', async () => {
  await watch(
    '<div><label>6-digit token <input id="n" maxlength="6"></label><button>Submit</button></div>',
  );
  await tab.page.type('#n', '123456');
  await tab.page.click('button');
  expect(await log()).toEqual([]);
});

test('an e-mail asked for in a step of its own is told', async () => {
  await watch(
    '<form onsubmit="return false"><input type="email" id="e"><button>Next</button></form>',
  );
  await tab.page.type('#e', 'maria@example.com');
  await tab.page.click('button');
  expect((await log()).at(-1)).toBe('sign-in maria@example.com');
});
