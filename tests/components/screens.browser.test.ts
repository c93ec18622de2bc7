/**
 * Every screen in every state, in every look. A state is loaded once and then looked at in all
 * looks: light, dark, 320 px, words 40 % longer, right to left. Forced colors are states of their
 * own, because axe does not see which colors the browser forces.
 */
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNone } from '../expect-none.ts';
import type { ScreenHarness } from './harness/harness.ts';
import { openScreens } from './harness/show-screens.ts';
import { rewrite, statesOf } from './harness/looks.ts';
import { findSmallTargets } from './harness/small-targets.ts';
import { screenCases } from './harness/screen-cases.ts';
import { findCutText, findUntranslated } from './harness/untranslated.ts';

/** A screen is loaded anew in the same tab: a tab of its own costs more than all that is looked at. */
let page: Page;
let harness: ScreenHarness;
const refused: string[] = [];
beforeAll(async () => {
  harness = await openScreens();
  page = await harness.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|Error/u.test(message.text())) refused.push(message.text());
  });
});
afterAll(() => harness.close());

/** What axe finds by the rules of WCAG 2.2 AA and its own good practice, each as one readable line. */
function violationsOf(rules: 'all' | 'of colors'): Promise<readonly string[]> {
  return page.evaluate(async (which) => {
    const injected = Reflect.get(window, 'axe') as typeof axe;
    const { violations } = await injected.run(document, {
      ...(which === 'of colors' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
      // A screen in a popup is a document of its own, but not a landmark of a site.
      rules: {
        region: { enabled: false },
        ...(which === 'all' && { 'target-size': { enabled: true } }),
      },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, rules);
}

function overflow(): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The next codes fade in and messages fade out by the clock: a look in between would see half a color. */
async function settleAnimations(): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (!(animation instanceof CSSAnimation)) continue;
      if (animation.animationName === 'appear') animation.finish();
      if (animation.animationName.startsWith('fade-')) animation.cancel();
    }
  });
}

/** 320 CSS pixels are also 1280 at 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 480 };

describe('every screen in every state', () => {
  test.each(statesOf(screenCases))(
    '%s: nothing against WCAG or the CSP, no sideways scrolling, no word cut or without a message',
    async (_name, { prepare, ...request }) => {
      refused.length = 0;
      await harness.visit(page, request);
      await prepare?.(page);
      await page.waitForNetworkIdle({ idleTime: 50 });
      await page.addScriptTag({ url: '/axe.js' });
      await settleAnimations();
      expectNone(await violationsOf('all'));
      expectNone(await findSmallTargets(page));
      // The structure is the same in the dark.
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await settleAnimations();
      expectNone(await violationsOf('of colors'));
      expectNone(await findUntranslated(page));
      const size = page.viewport();
      const isMenu = (await page.$('.menu')) !== null;
      const expectFitting = async (): Promise<void> => {
        for (const viewport of [size, NARROW]) {
          await page.setViewport(viewport);
          expect(await overflow()).toBe(0);
          // A menu stays where it opened; no window of a user's grows smaller under it.
          if (viewport === size || !isMenu) expectNone(await findCutText(page));
        }
      };
      await expectFitting();
      // The words of some states are longer from the start.
      if (request.wording !== 'long') await rewrite(page, 'long');
      await expectFitting();
      await rewrite(page, 'rtl');
      await expectFitting();
      expect(refused).toEqual([]);
    },
  );
});
