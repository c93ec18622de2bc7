import { ownMembers } from './own-members.ts';

/** In the closed shadow root of each element that we put into a page: pages can neither see nor copy it. */
const MARK = 'data-nightlatch';

/** Marks what we put into a page, by an element within its shadow root. */
export function markAsOurs(inside: HTMLElement): void {
  inside.setAttribute(MARK, '');
}

/**
 * Takes away what the version before this one left in the page. Firefox ends the
 * scripts of an old version at once: none of them can tidy up after itself, and
 * its buttons would stand there dead. Chromium lets them run on, and they do it
 * themselves; it has no openOrClosedShadowRoot.
 */
export function removeLeftovers(): void {
  for (const element of ownMembers(document).querySelectorAll('div[popover]')) {
    if (element.openOrClosedShadowRoot?.querySelector(`[${MARK}]`)) element.remove();
  }
}
