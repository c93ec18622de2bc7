import { expect, test } from 'vitest';
import { sharedFixture } from '../driver/fixture.ts';
import { until } from '../driver/until.ts';

const fixture = sharedFixture(['enrolled@example.com']);

/** A step has 30 s; a busy machine more. */
const STEP_MS = 60_000;

test('a popup that stays open shows the next code when its step comes', async () => {
  const popup = await fixture.driven.openOwn('popup.html');
  const textOf = (name: 'digits-now' | 'digits-next'): Promise<string | undefined> =>
    popup.evaluate((of) => document.querySelector(`.${of}`)?.textContent ?? undefined, name);
  const next = await until('the code of the next step', () => textOf('digits-next'));
  const now = await until(
    'the change of the step',
    async () => ((await textOf('digits-now')) === next ? next : undefined),
    STEP_MS,
  );
  expect(now).toMatch(/^\d{3}\D\d{3}$/u);
  // The one after it comes from the background.
  await until('another next code', async () =>
    (await textOf('digits-next')) === next ? undefined : 'another',
  );
  await popup.close();
});
