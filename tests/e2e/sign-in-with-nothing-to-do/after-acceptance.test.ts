/** Once a code was taken the log-in is over: what the page asks next is nobody's but the user's. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clickControl, readPageText, waitForControl } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
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

/** A prompt, then a list with two buttons: one asks for a channel, one for another code. */
const STEP = `<div id="v">${promptOf('<button id="go">Verify</button>')}</div><script>
  const list = '<h1>Devices</h1><button id="channel">Add to wall</button><button id="again">Delete</button>';
  const channel = '<h3>Add to video wall</h3><form onsubmit="return false"><label>Channel<input id="t" name="channel" maxlength="6" inputmode="numeric"></label><button>Add</button></form>';
  const again = ${JSON.stringify(promptOf('<button>Delete</button>'))};
  document.addEventListener('click', ({ target }) => {
    if (target.id === 'go') fetch('/own/verify', { method: 'POST', body: t.value }).then(() => { v.innerHTML = list });
    if (target.id === 'channel') v.innerHTML = channel;
    if (target.id === 'again') v.innerHTML = again;
  });
</script>`;

beforeEach(async () => {
  ({ page } = await openOwnPages(fixture, { step: STEP }));
  await logIn(page, await fixture.newUser());
  await waitForDigits(page);
  await page.click('#go');
  await page.waitForSelector('#channel');
  return () => page.close();
});

test('a field for something else gets no code, and nobody calls it a refusal', async () => {
  await page.click('#channel');
  await waitForGenuineFill(fixture);
  await page.bringToFront();
  expect(await valueOf(page)).toBe('');
  expect(await readPageText(page)).not.toContain(english('prompt_refused'));
});

test('a second prompt is not called a refusal: its code is offered, and one press fills it', async () => {
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
