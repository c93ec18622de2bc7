import { trackPosition } from './track-position.ts';
import {
  DELAY_MIN_MS,
  isSameBox,
  observeVisibility,
  sampleOf,
  unforeseenMs,
  type VisibilitySample,
} from './sample.ts';

/** One observer would do; a page cannot keep in step with three whose delays it does not know. */
const OBSERVERS = 3;
const DELAY_MS = { min: DELAY_MIN_MS, max: 4 * DELAY_MIN_MS };

export interface GuardListener {
  /** What an observer sees: once at its start, and again when that has changed. */
  readonly onSample: (sample: VisibilitySample, cause: 'start' | 'change') => void;
  /** The element may have another size or place, which no observer of visibility reports. */
  readonly onMove: () => void;
}

/**
 * Watches `element` without taking samples: the browser itself reports the
 * first frame in which it is not visible, or visible again. No script runs and
 * no frame is made while nothing happens.
 *
 * [Note: Why a guard is no weaker than samples]
 * Within its delay after a report or a frame an observer is held back: a page
 * that knew the delays could lay a cover over the element in just that time.
 * The delays are drawn anew for each guard. All three observers are held back
 * at once only after a rest of the longest delay, and then for the shortest
 * one: a cover of five frames in thirty, which nobody takes for the page.
 */
export class VisibilityGuard {
  readonly #ending = new AbortController();
  readonly #observers: readonly {
    readonly observer: IntersectionObserver;
    readonly onEntries: (entries: readonly IntersectionObserverEntry[]) => void;
  }[];

  constructor(element: Element, { onSample, onMove }: GuardListener) {
    this.#observers = Array.from({ length: OBSERVERS }, () => {
      let cause: 'start' | 'change' = 'start';
      const onEntries = (entries: readonly IntersectionObserverEntry[]): void => {
        for (const entry of entries) {
          onSample(sampleOf(element, entry, 'guard'), cause);
          cause = 'change';
        }
      };
      const observer = observeVisibility(element, unforeseenMs(DELAY_MS), onEntries);
      return { observer, onEntries };
    });
    // A page scaled down to a dot is wholly visible as well: only its box tells.
    const before = element.getBoundingClientRect();
    const onPosition = (): void => {
      if (!isSameBox(element.getBoundingClientRect(), before)) onMove();
    };
    trackPosition(element, onPosition, this.#ending.signal);
  }

  stop(): void {
    this.#ending.abort();
    for (const { observer, onEntries } of this.#observers) {
      // A report may be on its way.
      onEntries(observer.takeRecords());
      observer.disconnect();
    }
  }
}
