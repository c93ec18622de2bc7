/** A page that got hold of every built-in before anything else ran sees the code in its own field, and nowhere else. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitForElement, signIn } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { GENUINE } from '../every-prompt/decoys.ts';
import { openPromptFixture, type PromptFixture } from '../every-prompt/prompt-fixture.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
});
afterAll(() => fixture.close());

/** Wraps all methods and accessors of what a script can touch, and writes down what passes through while armed. */
function spy(): void {
  const seen: string[] = [];
  // Kept from before the patching: the spy must not spy on itself.
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const push = (text: string): void => {
    seen[seen.length] = text;
  };
  let depth = 0;
  const note = (values: readonly unknown[]): void => {
    if (!('armed' in globalThis) || depth > 0) return;
    depth += 1;
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at];
      if (typeof value === 'string' || typeof value === 'number') push(`${value}`);
      if (value instanceof Event && 'data' in value) push(String(value.data));
    }
    depth -= 1;
  };
  const targets: object[] = [
    Element.prototype,
    HTMLElement.prototype,
    HTMLInputElement.prototype,
    Node.prototype,
    Document.prototype,
    ShadowRoot.prototype,
    EventTarget.prototype,
    Event.prototype,
    MutationObserver.prototype,
    Array.prototype,
    String.prototype,
    RegExp.prototype,
    Map.prototype,
    Set.prototype,
    WeakMap.prototype,
    Promise.prototype,
    Promise,
    JSON,
    Object,
    Reflect,
    Crypto.prototype,
    Storage.prototype,
    Function.prototype,
  ];
  for (const target of targets) {
    for (const key of ownKeys(target)) {
      const found = getOwnPropertyDescriptor(target, key);
      if (!found?.configurable || key === 'constructor') continue;
      const wrapped = { ...found };
      for (const part of ['value', 'get', 'set'] as const) {
        const inner: unknown = found[part];
        if (typeof inner !== 'function') continue;
        wrapped[part] = function (this: unknown, ...given: unknown[]): unknown {
          const value: unknown = apply(inner, this, given);
          note(given);
          if (part !== 'get') note([value]);
          return value;
        };
      }
      defineProperty(target, key, wrapped);
    }
  }
  Object.assign(globalThis, { seen });
}

/** Breaks what a script of ours would need if it lived in the page's world. */
function sabotage(): void {
  const broken = (): never => {
    throw new Error('not here');
  };
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  Object.defineProperty(HTMLInputElement.prototype, 'value', {
    ...value,
    set(this: HTMLInputElement, given: string) {
      value?.set?.call(this, /^\d{6}$/.test(given) ? '000000' : given);
    },
  });
  Object.assign(Element.prototype, { attachShadow: broken, checkVisibility: broken });
  Object.assign(HTMLElement.prototype, { showPopover: broken, focus: broken });
  Object.assign(globalThis, { MutationObserver: broken, IntersectionObserver: broken });
  Object.assign(crypto, { getRandomValues: broken, randomUUID: () => '0' });
}

/** Signed in by hand on the stand-in, on whose every document `script` runs first. */
async function signedInPage(script: () => void): Promise<Page> {
  const page = await fixture.newPage();
  await page.evaluateOnNewDocument(script);
  await page.goto(PORTAL);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  return page;
}

/** Six digits in the page's only field, read past the page's patches: a spy would see the test read them. */
async function filledCode(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const read = async (): Promise<string | undefined> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const value: unknown = nodes.find(({ role }) => role?.value === 'textbox')?.value?.value;
    return typeof value === 'string' && /^\d{6}$/.test(value) ? value : undefined;
  };
  return until('six digits', read, 60_000);
}

test('nothing the page has patched is given the code', async () => {
  const page = await signedInPage(spy);
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
    Object.assign(globalThis, { armed: true });
  }, GENUINE);
  const code = await filledCode(page);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(seen.filter((text) => text.includes(code))).toEqual([]);
  // The spy was awake: what the page itself reads and hands on, it sees.
  const own = await page.evaluate(() => {
    JSON.stringify(document.querySelector('input')?.value);
    return (globalThis as unknown as { seen: string[] }).seen;
  });
  expect(own.some((text) => text.includes(code))).toBe(true);
  await page.close();
});

test('a page that broke its built-ins is filled right all the same', async () => {
  const page = await signedInPage(() => {});
  await page.evaluate(sabotage);
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, GENUINE);
  const code = await filledCode(page);
  expect(code).not.toBe('000000');
  await page.close();
});
