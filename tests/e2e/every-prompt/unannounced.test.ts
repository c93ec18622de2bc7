/** A page hears nothing of the scripts that run beside it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { openStage, waitUntilFilled, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ flow: 'G1' });
});
afterAll(() => stage.close());

test('no message and no event tells a page of the extension, from its first script to the code', async () => {
  const page = await stage.newPage();
  await page.evaluateOnNewDocument(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
    for (const target of [document, window]) {
      const dispatch = target.dispatchEvent.bind(target);
      target.dispatchEvent = (event) => {
        heard.push(event.type);
        return dispatch(event);
      };
    }
    // Names of events with an id in them can only be heard by who knows the id.
    const id = /^[a-p]{32}/;
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...listener) {
      if (id.test(listener[0])) heard.push(listener[0]);
      return listen.apply(this, listener);
    };
  });
  await page.goto(`${PORTAL}?variant=B`);
  await signIn(page, await stage.newUser());
  await waitUntilFilled(page);
  const heard = await page.evaluate(
    () => (globalThis as unknown as { heard: readonly string[] }).heard,
  );
  expect(heard.filter((what) => /script-started|[a-p]{32}/.test(what))).toEqual([]);
  await page.close();
});
