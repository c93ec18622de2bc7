import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    /** What the language of the page has given so far (see main.ts). */
    readonly givenTexts: readonly string[];
  }
}

/**
 * The words on screen, and those that only a screen reader says, which no message
 * gave: they would stay English in every other language. What the user has named
 * stands in a <bdi>, keys and codes in <kbd> and <code>; the guide and the report
 * say that they are English. Algorithms have the same names everywhere.
 */
export function findUntranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const given = [...new Set(window.givenTexts)]
      .filter((text) => text.trim() !== '')
      .toSorted((one, other) => other.length - one.length);
    const untranslated = (text: string): string =>
      /^SHA-\d+$/u.test(text.trim())
        ? ''
        : given.reduce((rest, each) => rest.replaceAll(each, ' '), text).trim();
    const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isOthers = node.parentElement?.closest(
        'bdi, kbd, code, [lang], [dir=auto], script, style, [translate=no]',
      );
      // The whole page says its language: only a part of it that says its own is left out.
      if (isOthers && isOthers !== document.documentElement) continue;
      const rest = untranslated(node.textContent ?? '');
      if (hasWords(rest)) found.push(rest);
    }
    for (const attribute of ['aria-label', 'placeholder', 'alt', 'aria-description']) {
      for (const element of document.body.querySelectorAll(`[${attribute}]`)) {
        const rest = untranslated(element.getAttribute(attribute) ?? '');
        if (hasWords(rest)) found.push(`${attribute}: ${rest}`);
      }
    }
    return found;
  });
}

/** Controls and headings whose words are cut off, or which reach out of the page. */
export function findCutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('button, a, h1, h2, h3, label, legend, summary, th')]
      .filter((element) => element.checkVisibility() && !element.closest('.unseen'))
      // What the user has named may be shortened: its whole is in a tooltip.
      .filter((element) => !element.querySelector('bdi') && !element.closest('bdi'))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const isOut = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
        const isCut =
          getComputedStyle(element).overflowX !== 'visible' &&
          element.scrollWidth > element.clientWidth + 1;
        return box.width > 1 && (isOut || isCut);
      })
      .map((element) => element.outerHTML.slice(0, 160)),
  );
}
