/**
 * Every screen of the built extension by the rules of WCAG 2.2 AA, under its own policy and the
 * browser's own styles. tests/components/screens.browser.test.ts does so with screens in more
 * states, which are loaded from a server there.
 */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillVault, LOCKED, WITH_VAULT, WITHOUT_VAULT } from '../../release/screen-list.ts';
import type { Screen } from '../../release/screen.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { lockVault } from '../driver/nightlatch.ts';

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
});
afterAll(() => driven.close());

/** What axe finds, each as one readable line. */
function violationsOf(page: Page, rules: 'all' | 'of colors'): Promise<readonly string[]> {
  return page.evaluate(async (which) => {
    const injected = Reflect.get(window, 'axe') as typeof import('axe-core');
    // What fades has half a color in between.
    for (const animation of document.getAnimations()) {
      if (!(animation instanceof CSSAnimation)) continue;
      if (animation.animationName === 'appear') animation.finish();
      if (animation.animationName.startsWith('fade-')) animation.cancel();
    }
    const { violations } = await injected.run(document, {
      ...(which === 'of colors' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
      // A popup is a document of its own, but not a landmark of a site.
      rules: { region: { enabled: false }, 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  }, rules);
}

async function expectAccessible(_name: string, { file, size, prepare }: Screen): Promise<void> {
  const page = await driven.openOwn(file);
  await page.setViewport(size);
  await page.waitForSelector('#app > *');
  await prepare?.(page);
  await page.evaluate(axe.source);
  expect(await violationsOf(page, 'all')).toEqual([]);
  // The structure is the same in the dark.
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  expect(await violationsOf(page, 'of colors')).toEqual([]);
  await page.close();
}

const named = (screens: readonly Screen[]) => screens.map((one) => [one.name, one] as const);

describe('before there is a vault', () => {
  test.each(named(WITHOUT_VAULT))('%s', expectAccessible);
});

describe('over an open vault', () => {
  beforeAll(() => fillVault(driven));
  test.each(named(WITH_VAULT))('%s', expectAccessible);
});

describe('over a locked vault', () => {
  beforeAll(() => lockVault(driven));
  test.each(named(LOCKED))('%s', expectAccessible);
});
