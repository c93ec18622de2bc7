/** What becomes of a code that dies in its field, also while the user looks at another tab. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

/** The code stands unsent beside a password, so that it is renewed as soon as it is dead. */
const PROMPT = `<form onsubmit="return false"><input id="p" type="password" value="x"><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><input id="n" maxlength="6"><button>Verify</button></form>`;
/** ms that a code lives: enough for a busy machine to fill it and to show the other tab. */
const LIFE_MS = 6_000;
/** ms after its end in which another code would be asked for. */
const REST_MS = 1_500;

const codeUntil = (ms: number): string =>
  `{kind:'fill',submit:'never',code:{digits:'012345',validUntilMs:${ms}}}`;
const log = (): Promise<readonly string[]> => tab.ours('room.log');
const untilLog = (wanted: string): Promise<unknown> =>
  until(`'${wanted}' in the log`, async () => (await log()).includes(wanted) || undefined);

test('it is renewed when there is a next code, where the first answer is to wait', async () => {
  await tab.show(PROMPT);
  const endMs = Date.now() + LIFE_MS;
  const wait = `{kind:'wait',untilMs:${endMs + REST_MS}}`;
  const answers = [codeUntil(endMs), wait, codeUntil(endMs + 300_000)];
  await tab.ours(`room.answers.push(${answers.join(',')}); room.startFlow()`);
  await until('a second question', async () => {
    const renewals = (await log()).filter((what) => what === 'renew');
    return renewals.length === 2 || undefined;
  });
});

test('it is renewed when he comes back, and not before', async () => {
  await tab.show(PROMPT);
  const endMs = Date.now() + LIFE_MS;
  const codes = [endMs, endMs + 300_000].map(codeUntil);
  await tab.ours(`room.answers.push(${codes.join(',')}); room.startFlow()`);
  await untilLog('filled');
  const other = await tab.page.browser().newPage();
  await other.bringToFront();
  const state = (): Promise<string> => tab.ours('document.visibilityState');
  await until('the tab to be hidden', async () => (await state()) === 'hidden' || undefined);
  await until('the end of the code', () => Date.now() > endMs + REST_MS || undefined);
  expect(await log()).toEqual(['seen', 'filled']);
  await other.close();
  await tab.page.bringToFront();
  await untilLog('renew');
});
