import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenCases } from './harness/screen-cases.ts';
import { findCutText, findUntranslated } from './harness/untranslated.ts';
import { ScreenHarness } from './harness/harness.ts';

let harness: ScreenHarness;
beforeAll(async () => {
  harness = await ScreenHarness.open();
});
afterAll(() => harness.close());

/** Rules of WCAG 2.2 AA and axe's own good practice, each violation as one readable line. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const injected = Reflect.get(window, 'axe') as typeof axe;
    const { violations } = await injected.run(document, {
      // A screen in a popup is a document of its own, but not a landmark of a site.
      rules: { region: { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The next codes fade in when the clock says so: a look in the middle of it would see half a colour. */
async function showNextCodes(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSAnimation && animation.animationName === 'appear') {
        animation.finish();
      }
    }
  });
}

describe('every screen in every state', () => {
  test.each(Object.entries(screenCases))(
    '%s: nothing against WCAG or the CSP, no sideways scrolling, no word but by a message',
    async (_name, { prepare, ...request }) => {
      const page = await harness.show(request);
      try {
        const refused: string[] = [];
        page.on('console', (message) => {
          if (/Content Security Policy|Error/u.test(message.text())) refused.push(message.text());
        });
        await prepare?.(page);
        await page.waitForNetworkIdle({ idleTime: 50 });
        await showNextCodes(page);
        expect(await violationsOf(page)).toEqual([]);
        expect(await findUntranslated(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        // 320 CSS pixels are also 1280 at 400 % (WCAG 1.4.10).
        await page.setViewport({ width: 320, height: 480 });
        expect(await overflowOf(page)).toBe(0);
        expect(refused).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});

/** Each screen once in each state that it opens in, without what is pressed there after. */
const openings = new Map(
  Object.entries(screenCases)
    .filter(([, { features }]) => features === undefined)
    .map(([name, { screen, hash, state }]) => [JSON.stringify([screen, hash, state]), name]),
);

describe('in a language that is 40 % longer', () => {
  test.each([...openings.values()])(
    '%s scrolls nowhere to the side, and cuts no word',
    async (name) => {
      const { prepare: _prepare, ...request } = screenCases[name] ?? { screen: 'popup' };
      const page = await harness.show({ ...request, wording: 'long' });
      try {
        await page.waitForNetworkIdle({ idleTime: 50 });
        expect(await overflowOf(page)).toBe(0);
        expect(await findCutText(page)).toEqual([]);
        await page.setViewport({ width: 320, height: 480 });
        expect(await overflowOf(page)).toBe(0);
        expect(await findCutText(page)).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});
