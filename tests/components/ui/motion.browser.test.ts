/** Whoever asks the system for no motion: nothing of ours moves or fades. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { expectNone } from '../../expect-none.ts';
import { chooseInRowMenu } from '../harness/screen-case.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();

/** What takes time on the page: running or waiting animations, and transitions that a change would start. */
function findMotion(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...document
      .getAnimations()
      .filter((animation) => animation.effect?.getTiming().duration !== 0)
      .map((animation) =>
        animation instanceof CSSAnimation ? animation.animationName : 'an animation',
      ),
    ...[...document.querySelectorAll('*')]
      .filter((element) => /[1-9]/u.test(getComputedStyle(element).transitionDuration))
      .map((element) => `a transition of ${element.outerHTML.slice(0, 80)}`),
  ]);
}

const REDUCED = { 'prefers-reduced-motion': 'reduce' };

test('in the popup, with a next code and a message that goes away by itself', async () => {
  const state = { page: 'vms-waiting', secondOfStep: 27 } as const;
  const page = await show({ screen: 'popup', state, features: REDUCED });
  await page.waitForSelector('.row .next-line');
  await page.click('.row .row-main');
  await page.waitForSelector('.status:not(.status-empty)');
  // There is something that would move.
  expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
  expectNone(await findMotion(page));
  await chooseInRowMenu('Move to trash')(page);
  await page.waitForSelector('.status .button');
  expectNone(await findMotion(page));
});

test.each(['backup', 'security', 'sites', 'appearance', 'transfer', 'trash', 'health', 'help'])(
  'in the settings: %s',
  async (hash) => {
    const page = await show({ screen: 'options', hash, features: REDUCED });
    await page.waitForSelector('h1');
    expectNone(await findMotion(page));
  },
);
