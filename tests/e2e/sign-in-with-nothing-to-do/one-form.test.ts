/** User name, password and code in one form. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recentCodes } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { openPromptFixture, type PromptFixture } from '../every-prompt/prompt-fixture.ts';
import { openOwnPages, valueOf, waitForDigits } from './own-pages.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

const FORM = `<form onsubmit="return false"><label>Email <input name="email" type="email"></label>
  <label>Password <input name="password" type="password"></label>
  <label>Authenticator code <input id="t" name="otp" maxlength="6" inputmode="numeric"></label><button>Sign In</button></form>
  <script>let during='';for(const input of document.querySelectorAll('[name=email],[name=password]'))input.addEventListener('input',()=>{if(t.value)during+=t.value+' ';document.body.dataset.during=during})</script>`;

test('the code waits until the rest is filled, and takes the focus from no field', async () => {
  const email = await fixture.newUser();
  const { page } = await openOwnPages(fixture, { step: '', logIn: FORM });
  await page.type('[name=email]', email, { delay: 40 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('Latch-and-key-1', { delay: 80 });
  expect(await valueOf(page, '[name=email]')).toBe(email);
  expect(await valueOf(page, '[name=password]')).toBe('Latch-and-key-1');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
  const code = await waitForDigits(page);
  // The user has not moved: neither has the focus.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
  expect(await page.evaluate(() => document.body.dataset['during'])).toBe('');
  expect(recentCodes(fixture.simulator, email)).toContain(code);
  await page.close();
});

test('the code goes in when the code field gets the focus', async () => {
  const email = await fixture.newUser();
  const { page } = await openOwnPages(fixture, { step: '', logIn: FORM });
  await page.type('[name=email]', email);
  await page.click('#t');
  const code = await waitForDigits(page);
  expect(recentCodes(fixture.simulator, email)).toContain(code);
  await page.close();
});

test('a code that dies while it stands unsent is replaced by the next one', async () => {
  const email = await fixture.newUser();
  const { page } = await openOwnPages(fixture, { step: '', logIn: FORM });
  await page.type('[name=email]', email);
  await page.type('[name=password]', 'Latch-and-key-1');
  await page.click('#t');
  const first = await waitForDigits(page);
  const second = await until(
    'the next code',
    async () => {
      const value = await valueOf(page);
      return value !== first && value ? value : undefined;
    },
    90_000,
  );
  expect(second).toMatch(/^\d{6}$/);
  // Digits of the user's own stay.
  await page.click('#t', { count: 3 });
  await page.keyboard.type('99');
  const stepOf = (): number => Math.floor(fixture.simulator.clock.nowMs() / 30_000);
  const step = stepOf();
  await until('the step after', () => (stepOf() > step ? true : undefined), 90_000);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  expect(await valueOf(page)).toBe('99');
  await page.close();
});
