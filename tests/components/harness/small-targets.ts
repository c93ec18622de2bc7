import type { Page } from 'puppeteer-core';

/**
 * The controls that are lower or narrower than 24 px (WCAG 2.5.8), each as one readable line. Axe
 * lets those pass that stand alone. A link within a sentence is as high as its line, and a field
 * with a label is pressed by its label, too.
 */
export function findSmallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isInSentence = (link: Element): boolean =>
      getComputedStyle(link).display === 'inline' &&
      Array.from(link.parentNode?.childNodes ?? []).some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    const controls = document.querySelectorAll('a[href], button, input, select, textarea, summary');
    return Array.from(controls).flatMap((control) => {
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      const isShown = control.checkVisibility() && width > 1 && height > 1;
      // A half of a pixel is lost where lengths in rem are rounded.
      if (!isShown || Math.min(width, height) > 23.5 || isInSentence(control)) return [];
      return [`${Math.round(width)} × ${Math.round(height)}: ${control.outerHTML.slice(0, 120)}`];
    });
  });
}
