/** What one look found: where the element stood, and whether all of it showed. */
export interface Look {
  readonly atMs: number;
  /** fresh: of an observer of its own. guard: of one that waits for news. */
  readonly by: 'fresh' | 'guard';
  readonly showed: 'whole' | 'not';
  readonly box: DOMRectReadOnly;
}

/** What the DOM types do not know yet: W3C Intersection Observer v2. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

const RATIO = 0.99;
/** At 60 frames a second 200 ms: a cover that flickers faster than the looks' gaps shows in it. */
const BURST_FRAMES = 12;
/** Pages that shrink themselves a little are left in peace. */
const SCALE_MIN = 0.7;

/** The API's own floor; only repeated reports of one observer are held back by it. */
export const DELAY_MIN_MS = 100;

/** True where the browser can prove visibility. */
export function canTell(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

/**
 * What IntersectionObserver does not call invisible: a page zoomed to a dot,
 * and the still picture of a view transition, painted above everything.
 */
function isDistorted(element: Element, { boundingClientRect: box }: VisibilityEntry): boolean {
  if (document.documentElement.matches(':active-view-transition')) return true;
  return element instanceof HTMLElement && box.width < element.offsetWidth * SCALE_MIN;
}

export function lookOf(element: Element, entry: VisibilityEntry, by: Look['by']): Look {
  const whole =
    entry.isVisible === true && entry.intersectionRatio >= RATIO && !isDistorted(element, entry);
  return {
    atMs: performance.now(),
    by,
    showed: whole ? 'whole' : 'not',
    box: entry.boundingClientRect,
  };
}

/** An observer of true visibility, which reports at most once per `delayMs`. */
export function observeSight(
  element: Element,
  delayMs: number,
  onEntries: (entries: readonly IntersectionObserverEntry[]) => void,
): IntersectionObserver {
  const observer = new IntersectionObserver(
    onEntries,
    Object.assign({ threshold: [RATIO] }, { trackVisibility: true, delay: delayMs }),
  );
  observer.observe(element);
  return observer;
}

/** A fresh observer's first report is of the next frame, and never held back. */
export function look(element: Element): Promise<Look> {
  const { promise, resolve } = Promise.withResolvers<Look>();
  const observer = observeSight(element, DELAY_MIN_MS, (entries) => {
    observer.disconnect();
    const entry = entries.at(-1);
    if (entry) resolve(lookOf(element, entry, 'fresh'));
  });
  return promise;
}

/**
 * A look in each of a row of frames. Looks at gaps nobody foresees catch a slow
 * cover; one that comes and goes with every frame or two would be missed by
 * half of them, and is caught here for certain.
 */
export async function burst(element: Element): Promise<'shown' | 'covered'> {
  const looks: Promise<Look>[] = [];
  for (let frame = 0; frame < BURST_FRAMES; frame += 1) {
    looks.push(look(element));
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  const found = await Promise.all(looks);
  return found.every(({ showed }) => showed === 'whole') ? 'shown' : 'covered';
}

/** Between `min` and `max`; a page could replace Math.random only in its own world, but foresee it in any. */
export function unforeseenMs({ min, max }: { readonly min: number; readonly max: number }): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return min + (random / 2 ** 32) * (max - min);
}

export function isSameBox(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return (
    Math.abs(a.x - b.x) < 1 &&
    Math.abs(a.y - b.y) < 1 &&
    Math.abs(a.width - b.width) < 1 &&
    Math.abs(a.height - b.height) < 1
  );
}
