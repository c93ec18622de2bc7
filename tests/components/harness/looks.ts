import type { JSHandle, Page } from 'puppeteer-core';
import { lengthen } from './lengthen.ts';
import type { ScreenCase } from './screen-case.ts';

/** What the name of a case says of its look, not of its state. */
const LOOKS = new Set(['light', 'dark', 'rtl', 'long', 'narrow', 'wide', 'zoomed']);

function hasSameState(one: ScreenCase, other: ScreenCase): boolean {
  const facts = ({ screen, hash, state, prepare }: ScreenCase): string =>
    JSON.stringify([screen, hash, state, prepare !== undefined]);
  return facts(one) === facts(other);
}

/**
 * The cases that differ in more than their look, which each test of the screens
 * gives to every state itself. The rest are pictures of the same state.
 */
export function statesOf(
  cases: Readonly<Record<string, ScreenCase>>,
): readonly (readonly [string, ScreenCase])[] {
  return Object.entries(cases).filter(([name, one]) => {
    const words = name.split('-');
    const end = words.findLastIndex((word) => !LOOKS.has(word)) + 1;
    const base = words.slice(0, end).join('-');
    const other = cases[base] ?? cases[`${base}-light`];
    return other === undefined || other === one || !hasSameState(one, other);
  });
}

/** The texts on the page that a translation would change: neither the user's own nor code. */
function findTexts(page: Page): Promise<JSHandle<readonly Text[]>> {
  return page.evaluateHandle(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isOthers = node.parentElement?.closest(
        'bdi, kbd, code, [lang], [dir], script, style, [translate=no]',
      );
      if (isOthers && isOthers !== document.documentElement) continue;
      if (node.textContent?.trim() !== '') texts.push(node as Text);
    }
    return texts;
  });
}

/**
 * Makes the words on the page 40 % longer, or turns the page right to left, as a translation
 * would. No page is loaded for it, so that every state can be seen so, however it was reached.
 */
export async function rewrite(page: Page, wording: 'long' | 'rtl'): Promise<void> {
  const texts = await findTexts(page);
  const now = await texts.evaluate((all) => all.map(({ data }) => data));
  const then = now.map((text) => (wording === 'rtl' ? `\u202e${text}\u202c` : lengthen(text)));
  await texts.evaluate((all, given) => {
    for (const [index, text] of all.entries()) text.data = given[index] ?? '';
  }, then);
  if (wording === 'rtl') await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await texts.dispose();
}
