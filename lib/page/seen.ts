/**
 * seen: the element was truly visible for a while before the act and after
 * it. covered: it was not, or the act was not the user's. unknown: this
 * browser cannot tell (no IntersectionObserver v2) or the window is too small
 * to show the whole element, so the act may only open our own popup.
 */
export type Sight = 'seen' | 'covered' | 'unknown';

export interface Visibility {
  /** Judges a click or key press on the watched element; settles within about two seconds. */
  prove(act: Event): Promise<Sight>;
  /** The element has new content and may have a new size; what was seen of it before still counts. */
  renew(): void;
}

/** One fresh look: where the element stood, and whether all of it showed. */
interface Sample {
  readonly atMs: number;
  readonly showed: 'whole' | 'not';
  readonly box: DOMRectReadOnly;
}

/** What the DOM types do not know yet: W3C Intersection Observer v2. */
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/**
 * Measured against 30 overlay tricks: all fail six fresh samples at gaps a
 * page cannot foresee. A single sample, or a steady beat, can be dodged by an
 * overlay that flickers.
 */
const SAMPLES = 6;
const GAP_MS = { min: 60, max: 220 };
/** Every sample of this long before the act must be good, so an overlay lifted on pointerdown is too late. */
const LOOKBACK_MS = 1500;
const FIRST_PAINT_MS = 400;
const RATIO = 0.99;
/** At 60 frames a second 200 ms: a cover that flickers faster than the looks' gaps shows in it. */
const BURST_FRAMES = 12;
/** Pages that shrink themselves a little are left in peace. */
const SCALE_MIN = 0.7;

/** The API's own floor; only repeated reports of one observer are held back by it, and each of ours reports once. */
const DELAY_MS = 100;

/** True where the browser can prove visibility. */
function canTell(): boolean {
  return 'isVisible' in IntersectionObserverEntry.prototype;
}

function isSameBox(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return (
    Math.abs(a.x - b.x) < 1 &&
    Math.abs(a.y - b.y) < 1 &&
    Math.abs(a.width - b.width) < 1 &&
    Math.abs(a.height - b.height) < 1
  );
}

/**
 * What IntersectionObserver does not call invisible: a page zoomed to a dot,
 * and the still picture of a view transition, painted above everything.
 */
function isDistorted(element: Element, { boundingClientRect: box }: VisibilityEntry): boolean {
  if (document.documentElement.matches(':active-view-transition')) return true;
  return element instanceof HTMLElement && box.width < element.offsetWidth * SCALE_MIN;
}

function sample(element: Element): Promise<Sample> {
  const { promise, resolve } = Promise.withResolvers<Sample>();
  const observer = new IntersectionObserver(
    (entries) => {
      observer.disconnect();
      const entry: VisibilityEntry | undefined = entries.at(-1);
      if (!entry) return;
      const whole =
        entry.isVisible === true &&
        entry.intersectionRatio >= RATIO &&
        !isDistorted(element, entry);
      resolve({
        atMs: performance.now(),
        showed: whole ? 'whole' : 'not',
        box: entry.boundingClientRect,
      });
    },
    Object.assign({ threshold: [RATIO] }, { trackVisibility: true, delay: DELAY_MS }),
  );
  observer.observe(element);
  return promise;
}

function pause(signal: AbortSignal): Promise<void> {
  // Unforeseeable for the page, which could replace Math.random only in its own world.
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const gapMs = GAP_MS.min + (random / 2 ** 32) * (GAP_MS.max - GAP_MS.min);
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, gapMs);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    resolve();
  });
  return promise;
}

/**
 * A look in each of a row of frames. Looks at gaps nobody foresees catch a slow
 * cover; one that comes and goes with every frame or two would be missed by
 * half of them, and is caught here for certain.
 */
async function burst(element: Element): Promise<'shown' | 'covered'> {
  const looks: Promise<Sample>[] = [];
  for (let frame = 0; frame < BURST_FRAMES; frame += 1) {
    looks.push(sample(element));
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  const samples = await Promise.all(looks);
  return samples.every(({ showed }) => showed === 'whole') ? 'shown' : 'covered';
}

function fits(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.width <= window.innerWidth && box.height <= window.innerHeight;
}

/** Watches whether `element` is truly visible to the user, until `signal` aborts. */
export function watchVisibility(element: Element, signal: AbortSignal): Visibility {
  if (!canTell()) return { prove: () => Promise.resolve('unknown'), renew: () => undefined };
  const startMs = performance.now();
  let renewedMs = startMs;
  let samples: readonly Sample[] = [];

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      const next = await sample(element);
      const oldestMs = next.atMs - LOOKBACK_MS;
      samples = [...samples, next].filter(
        (each, index, all) => each.atMs >= oldestMs || index >= all.length - SAMPLES,
      );
      await pause(signal);
    }
  }

  /** Judges an act at `actMs`; undefined while there are too few samples after it. */
  function judge(actMs: number): Sight | undefined {
    const recent = samples.filter(({ atMs }) => atMs >= actMs - LOOKBACK_MS);
    // Before its first paint an element does not show: only then is a bad sample forgiven.
    const first = recent.findIndex(
      ({ atMs, showed }) => showed === 'whole' || atMs > startMs + FIRST_PAINT_MS,
    );
    const counted = recent.slice(Math.max(first, 0));
    const newest = counted.at(-1);
    if (!newest || counted.some(({ showed }) => showed === 'not')) return 'covered';
    // Without one good sample before the act, a cover may have been lifted by it.
    if (!counted.some(({ atMs }) => atMs < actMs)) return 'covered';
    const sameContent = counted.filter(({ atMs }) => atMs >= renewedMs);
    if (sameContent.some(({ box }) => !isSameBox(box, newest.box))) return 'covered';
    return sameContent.length >= SAMPLES && newest.atMs > actMs ? 'seen' : undefined;
  }

  async function prove(act: Event): Promise<Sight> {
    if (!act.isTrusted) return 'covered';
    if (!fits(element)) return 'unknown';
    const actMs = performance.now();
    if ((await burst(element)) === 'covered') return 'covered';
    for (;;) {
      const sight = judge(actMs);
      if (sight) return sight;
      if (signal.aborted) return 'covered';
      await pause(signal);
    }
  }

  void watch();
  return {
    prove,
    renew() {
      renewedMs = performance.now();
    },
  };
}
