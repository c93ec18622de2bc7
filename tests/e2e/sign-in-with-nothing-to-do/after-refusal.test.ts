/** After a refused code there is a way on, and it is the user's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, waitForControl, waitForText } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { openPromptFixture, type PromptFixture } from '../every-prompt/prompt-fixture.ts';
import { logIn, openOwnPages, promptOf, valueOf, waitForDigits } from './own-pages.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture();
});
afterAll(() => fixture.close());

const STEP = `<div>${promptOf('<p role="alert" id="says"></p><button id="go">Verify</button>')}</div><script>
  go.onclick = () => fetch('/own/verify', { method: 'POST', body: t.value }).then(() => { t.value = ''; says.textContent = 'Wrong code' });
</script>`;

test('the badge counts down to the next code, and one press fills it', async () => {
  const { page, sent } = await openOwnPages(fixture, { step: STEP });
  await logIn(page, await fixture.newUser());
  const refused = await waitForDigits(page);
  await page.click('#go');
  await waitForText(page, new RegExp(`${english('prompt_refused')} · next code in \\d+ s`));
  expect(await valueOf(page)).toBe('');
  const next = { role: 'button', name: english('prompt_next') } as const;
  await waitForControl(page, next, 60_000);
  expect(await valueOf(page)).toBe('');
  await until(
    'the next code',
    async () => {
      await clickControl(page, next).catch(() => undefined);
      return (await valueOf(page)) ? true : undefined;
    },
    60_000,
  );
  expect(await valueOf(page)).not.toBe(refused);
  expect(sent).toHaveLength(1);
  await page.close();
});
