/** A page hears nothing of the scripts that run beside it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { openPromptFixture, waitForFilled, type PromptFixture } from './prompt-fixture.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1' });
});
afterAll(() => fixture.close());

test('no message tells a page of the extension, from its first script to the code', async () => {
  const page = await fixture.newPage();
  await page.evaluateOnNewDocument(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  });
  await page.goto(`${PORTAL}?variant=B`);
  await signIn(page, await fixture.newUser());
  await waitForFilled(page);
  const heard = await page.evaluate(
    () => (globalThis as unknown as { heard: readonly string[] }).heard,
  );
  expect(heard).toEqual([]);
  await page.close();
});
