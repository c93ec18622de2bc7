import { ownMembers } from '../dom/own-members.ts';

/** One observation of an element: where it stood, and whether all of it was visible. */
export interface VisibilitySample {
  readonly atMs: number;
  /** fresh: of an observer made for this sample. guard: of one that reports changes. */
  readonly by: 'fresh' | 'guard';
  readonly showed: 'whole' | 'not';
  readonly box: DOMRectReadOnly;
}

/** The DOM types do not know W3C Intersection Observer v2 yet. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

const MIN_RATIO = 0.99;
/** At 60 frames a second 200 ms: a cover that flickers faster than the gaps between samples shows in it. */
const BURST_FRAMES = 12;
/** A page may draw itself a little smaller than its layout, but not hide a button by it. */
const MIN_SCALE = 0.7;

/** The least `delay` that the API allows; it holds back only the repeated reports of one observer. */
export const DELAY_MIN_MS = 100;

/** True where the browser can prove visibility. */
export function canProveVisibility(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

function parentNodeOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : ownMembers(node).parentNode;
}

/**
 * True for what IntersectionObserver v2 does not call invisible (measured in
 * Chromium 148): a page scaled down to a dot, and the still picture of a view
 * transition, which is painted above everything.
 */
function isDistorted(element: Element, { boundingClientRect: box }: VisibilityEntry): boolean {
  for (let at: Node | null = element; at; at = parentNodeOf(at)) {
    if (at instanceof Element && ownMembers(at).matches(':active-view-transition')) return true;
  }
  return element instanceof HTMLElement && box.width < element.offsetWidth * MIN_SCALE;
}

export function sampleOf(
  element: Element,
  entry: VisibilityEntry,
  by: VisibilitySample['by'],
): VisibilitySample {
  const whole =
    entry.isVisible === true &&
    entry.intersectionRatio >= MIN_RATIO &&
    !isDistorted(element, entry);
  return {
    atMs: performance.now(),
    by,
    showed: whole ? 'whole' : 'not',
    box: entry.boundingClientRect,
  };
}

/** An observer of true visibility, which reports at most once per `delayMs`. */
export function observeVisibility(
  element: Element,
  delayMs: number,
  onEntries: (entries: readonly IntersectionObserverEntry[]) => void,
): IntersectionObserver {
  const observer = new IntersectionObserver(
    onEntries,
    Object.assign({ threshold: [MIN_RATIO] }, { trackVisibility: true, delay: delayMs }),
  );
  observer.observe(element);
  return observer;
}

/** A new observer's first report is of the next frame, and no delay holds it back. */
export function takeSample(element: Element): Promise<VisibilitySample> {
  const { promise, resolve } = Promise.withResolvers<VisibilitySample>();
  const observer = observeVisibility(element, DELAY_MIN_MS, (entries) => {
    observer.disconnect();
    const entry = entries.at(-1);
    if (entry) resolve(sampleOf(element, entry, 'fresh'));
  });
  return promise;
}

/**
 * Takes a sample in each of a row of frames. Samples at gaps that a page cannot
 * foresee catch a slow cover; one that comes and goes with every frame or two
 * is missed by half of them, and is caught here for certain.
 */
export async function takeBurst(element: Element): Promise<'visible' | 'covered'> {
  const samples: Promise<VisibilitySample>[] = [];
  for (let frame = 0; frame < BURST_FRAMES; frame += 1) {
    samples.push(takeSample(element));
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  const taken = await Promise.all(samples);
  return taken.every(({ showed }) => showed === 'whole') ? 'visible' : 'covered';
}

/**
 * A time between `min` and `max` that no page can foresee. Math.random of our
 * isolated world cannot be replaced by a page, but its generator is no secret.
 */
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
