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

/**
 * Texts that are cut off, by themselves or by what they stand in, or that reach out of the page:
 * those of controls and all others. What scrolls sideways cuts nothing.
 */
export function findCutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    const cuts = (element: Element): boolean =>
      /^(?:hidden|clip)$/u.test(getComputedStyle(element).overflowX);
    /** One line that is wider than its place, such as the tags above a list. */
    const scrollsSideways = (element: Element): boolean =>
      /^(?:auto|scroll)$/u.test(getComputedStyle(element).overflowX) &&
      element.scrollWidth > element.clientWidth &&
      element.scrollHeight <= element.clientHeight;
    /** Whether the page, or something else around the element, shows only a part of its width. */
    const isCutAround = (element: Element, { left, right }: DOMRect): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (scrollsSideways(around)) return false;
        const box = around.getBoundingClientRect();
        if (cuts(around) && (left < box.left - 1 || right > box.right + 1)) return true;
      }
      return left < -1 || right > document.documentElement.clientWidth + 1;
    };
    return (
      [...document.body.querySelectorAll('*')]
        .filter((element) => hasText(element) || element.matches('button, a, summary'))
        .filter((element) => !element.closest('.unseen, script, style, option'))
        .filter((element) => element.checkVisibility())
        // What the user has named may be shortened: its whole is in a tooltip.
        .filter((element) => !element.querySelector('bdi') && !element.closest('bdi'))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          const isCut = cuts(element) && element.scrollWidth > element.clientWidth + 1;
          return box.width > 1 && (isCut || isCutAround(element, box));
        })
        .map((element) => element.outerHTML.slice(0, 160))
    );
  });
}
