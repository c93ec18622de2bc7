import { ownMembers } from '../dom/own-members.ts';

/** Ratios at which the framed observer reports a shift. */
const THRESHOLDS = [0, 0.25, 0.5, 0.75, 0.9, 0.98, 1];

/**
 * Calls `onMove` when `element` may stand elsewhere: after a scroll, a resize,
 * or a layout shift of any cause, which an IntersectionObserver whose root is
 * cut down to the element's box reports without polling. Until `signal` aborts.
 */
export function trackPosition(element: Element, onMove: () => void, signal: AbortSignal): void {
  const tracker = new PositionTracker(element, onMove, signal);
  tracker.start();
}

class PositionTracker {
  readonly #element: Element;
  readonly #onMove: () => void;
  readonly #signal: AbortSignal;
  #frameObserver: IntersectionObserver | undefined;
  #frameRequest: number | undefined;

  constructor(element: Element, onMove: () => void, signal: AbortSignal) {
    this.#element = element;
    this.#onMove = onMove;
    this.#signal = signal;
  }

  start(): void {
    const schedule = (): void => this.#schedule();
    const size = new ResizeObserver(schedule);
    size.observe(this.#element);
    const listen = { passive: true, signal: this.#signal };
    window.addEventListener('scroll', schedule, { ...listen, capture: true });
    window.addEventListener('resize', schedule, listen);
    this.#signal.addEventListener('abort', () => {
      this.#frameObserver?.disconnect();
      size.disconnect();
      if (this.#frameRequest !== undefined) cancelAnimationFrame(this.#frameRequest);
    });
    this.#observeFrame();
  }

  #schedule(): void {
    this.#frameRequest ??= requestAnimationFrame(() => {
      this.#frameRequest = undefined;
      if (this.#signal.aborted) return;
      this.#onMove();
      this.#observeFrame();
    });
  }

  /** Observes the element in a root that ends at its own edges: each shift changes the ratio. */
  #observeFrame(): void {
    this.#frameObserver?.disconnect();
    const { documentElement: page } = ownMembers(this.#element.ownerDocument);
    const box = this.#element.getBoundingClientRect();
    const margins = [
      box.top,
      page.clientWidth - box.right,
      page.clientHeight - box.bottom,
      box.left,
    ];
    const rootMargin = margins.map((margin) => `${-Math.floor(margin)}px`).join(' ');
    let first: number | undefined;
    this.#frameObserver = new IntersectionObserver(
      (entries) => {
        const ratio = entries.at(-1)?.intersectionRatio ?? 0;
        if (first === undefined) first = ratio;
        else if (ratio !== first) this.#schedule();
      },
      { rootMargin, threshold: THRESHOLDS },
    );
    this.#frameObserver.observe(this.#element);
  }
}
