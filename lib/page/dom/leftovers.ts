import { ownMembers } from './own-members.ts';
import { shadowOf } from './tree.ts';

/** In the closed shadow root of each element that we put into a page: pages can neither see nor copy it. */
const MARK = 'data-nightlatch';
/** Told within such a shadow root, where no page can hear or say it: a newer script takes over. */
const REPLACED = 'nightlatch-replaced';

/** Hears of it for all elements of this script. */
const replaced = new EventTarget();

/** Marks what we put into a page, by an element within its shadow root. */
export function markAsOurs(inside: HTMLElement): void {
  inside.setAttribute(MARK, '');
  inside.addEventListener(REPLACED, () => replaced.dispatchEvent(new Event(REPLACED)));
}

/** What is marked, in the shadow root of an element of ours; of any script of the extension. */
function findMarked(element: Element): Element | undefined {
  return shadowOf(element)?.querySelector(`[${MARK}]`) ?? undefined;
}

/** Whether the extension itself put `node` into the page. */
export function isOurs(node: Node): boolean {
  return node instanceof HTMLDivElement && node.hasAttribute('popover') && !!findMarked(node);
}

/** Runs `work` when the script of a newer version finds an element of this one, until `signal` aborts. */
export function onReplaced(work: () => void, signal: AbortSignal): void {
  replaced.addEventListener(REPLACED, work, { signal });
}

/**
 * Takes away what the version before this one left in the page, so that nothing
 * stands there twice. Firefox ends the scripts of an old version at once: none
 * of them can tidy up after itself. Chromium lets them run on: they are told to
 * end, or they would soon put back what was taken away.
 */
export function removeLeftovers(): void {
  for (const element of ownMembers(document).querySelectorAll('div[popover]')) {
    const inside = findMarked(element);
    if (!inside) continue;
    inside.dispatchEvent(new Event(REPLACED));
    element.remove();
  }
}
