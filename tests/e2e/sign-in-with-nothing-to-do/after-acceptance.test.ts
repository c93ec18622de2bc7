/** Once a code was taken the log-in is over: what the page asks next is nobody's but the user's. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clickControl, readPageText, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  countOwnHosts,
  waitForGenuineFill,
  openPromptFixture,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';
import { logIn, openOwnPages, promptOf, valueOf, waitForDigits } from './own-pages.ts';

const OFFER = { role: 'button', name: english('prompt_offer') } as const;

let fixture: PromptFixture;
let page: Page;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

/**
 * A prompt, then a list of buttons: one asks for a channel, one for a code of which nobody can say
 * whose it is (within a log-in it would be offered), one for an authenticator's code.
 */
const stepThat = (
  sends: string,
  goesOn: 'at once' | 'with the answer' = 'at once',
): string => `<div id="v">${promptOf('<button id="go">Verify</button>')}</div><script>
  const list = '<h1>Devices</h1><button id="channel">Add to wall</button><button id="doubtful">Continue</button><button id="again">Delete</button>';
  const channel = '<h3>Add to video wall</h3><form onsubmit="return false"><label>Channel<input id="t" name="channel" maxlength="6" inputmode="numeric"></label><button>Add</button></form>';
  const doubtful = '<h2>Enter your code</h2><p>Type the six digits to go on</p><input id="t" name="code" maxlength="6" inputmode="numeric"><button>Continue</button>';
  const again = ${JSON.stringify(promptOf('<button>Delete</button>'))};
  const send = () => {
    const answer = fetch('/own/verify', { method: 'POST', body: t.value });
    (${goesOn === 'at once' ? 'Promise.resolve()' : 'answer'}).then(() => { v.innerHTML = list });
  };
  document.addEventListener('click', ({ target }) => {
    if (target.id === 'go') send();
    if (target.id === 'channel') v.innerHTML = channel;
    if (target.id === 'doubtful') v.innerHTML = doubtful;
    if (target.id === 'again') v.innerHTML = again;
  });
  ${sends}
</script>`;
const BY_ITSELF = `t.addEventListener('input', () => { if (t.value.length === 6) send() });`;

async function openStep(step: string): Promise<string> {
  ({ page } = await openOwnPages(fixture, { step }));
  const email = await fixture.newUser();
  await logIn(page, email);
  return email;
}

async function pressOurs(): Promise<void> {
  await openStep(stepThat(''));
  await waitForDigits(page);
  await page.click('#go');
}

async function sendByItself(): Promise<void> {
  await openStep(stepThat(BY_ITSELF));
}

async function typeOwn(): Promise<void> {
  await askFirst('by-hand');
  const email = await openStep(stepThat(''));
  await waitForControl(page, OFFER);
  await page.type('#t', fixture.simulator.codeFor(email));
  await page.click('#go');
  await askFirst('by-itself');
  await page.bringToFront();
}

async function askFirst(fill: 'by-hand' | 'by-itself'): Promise<void> {
  const own = await fixture.driven.openOwn('options.html');
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { fill } });
  await own.close();
}

beforeEach(() => () => page.close());

describe.each([
  ['that the user sent, whose answer the page does not wait for', pressOurs],
  ['that the page sent by itself, going on before its answer', sendByItself],
  ['that the user typed himself', typeOwn],
])('after a code %s', (_of, accept) => {
  test.each([
    ['for something else', '#channel'],
    ['in doubt', '#doubtful'],
  ])('a field %s gets no code, no button and no word', async (_what, button) => {
    await accept();
    await page.waitForSelector(button);
    await page.click(button);
    await waitForGenuineFill(fixture);
    await page.bringToFront();
    expect(await valueOf(page)).toBe('');
    expect(await countOwnHosts(page)).toBe(0);
    const text = await readPageText(page);
    expect(text).not.toContain(english('prompt_refused'));
    expect(text).not.toContain(english('prompt_offer'));
  });
});

test('a second prompt is not called a refusal: its code is offered, and one press fills it', async () => {
  await openStep(stepThat('', 'with the answer'));
  await waitForDigits(page);
  await page.click('#go');
  await page.waitForSelector('#again');
  await page.click('#again');
  await waitForControl(page, OFFER);
  expect(await readPageText(page)).not.toContain(english('prompt_refused'));
  expect(await valueOf(page)).toBe('');
  // A press while the badge has not been seen for a while does not count.
  await until(
    'the code',
    async () => {
      await clickControl(page, OFFER).catch(() => undefined);
      return (await valueOf(page)) ? true : undefined;
    },
    90_000,
  );
  expect(await valueOf(page)).toMatch(/^\d{6}$/);
});
