import { trackPosition } from './track-position.ts';
import { DELAY_MIN_MS, isSameBox, lookOf, observeSight, type Look } from './sample.ts';

/** One alone would do; no page can be out of step with three that it knows nothing of. */
const GUARDS = 3;
const DELAY_MS = { min: DELAY_MIN_MS, max: 4 * DELAY_MIN_MS };

export interface GuardNews {
  /** What a guard sees: once at its start, and again when that is no longer so. */
  readonly onLook: (look: Look, news: 'start' | 'change') => void;
  /** The element may have another size or place: what no observer of visibility tells. */
  readonly onMove: () => void;
}

/**
 * Watches `element` without looking: the browser itself reports the first frame
 * in which it does not show, or shows again. No script runs and no frame is
 * made while nothing happens.
 *
 * [Note: Why a guard is no weaker than looks]
 * Within its delay after a report or a frame an observer is held back: a page
 * that knew the delays could lay a cover over the element in just that time.
 * They are drawn anew for each rest. All are out of date at once only after a
 * rest of the longest delay, and then for the shortest one: a cover of five
 * frames in thirty, which nobody takes for the page.
 */
export function guardSight(
  element: Element,
  { onLook, onMove }: GuardNews,
  randomMs: (range: typeof DELAY_MS) => number,
): { stop(): void } {
  const over = new AbortController();
  const guards = Array.from({ length: GUARDS }, () => {
    let news: 'start' | 'change' = 'start';
    const hear = (entries: readonly IntersectionObserverEntry[]): void => {
      for (const entry of entries) {
        onLook(lookOf(element, entry, 'guard'), news);
        news = 'change';
      }
    };
    return { hear, observer: observeSight(element, randomMs(DELAY_MS), hear) };
  });
  // A page zoomed to a dot is wholly visible, too.
  const before = element.getBoundingClientRect();
  trackPosition(
    element,
    () => {
      if (!isSameBox(element.getBoundingClientRect(), before)) onMove();
    },
    over.signal,
  );
  return {
    stop() {
      over.abort();
      for (const { hear, observer } of guards) {
        // A report may be on its way.
        hear(observer.takeRecords());
        observer.disconnect();
      }
    },
  };
}
