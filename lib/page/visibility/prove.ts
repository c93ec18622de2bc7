import { guardSight } from './guard.ts';
import { burst, canTell, isSameBox, look, unforeseenMs, type Look } from './sample.ts';

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

/**
 * Measured against 30 overlay tricks: all fail six fresh looks at gaps a page
 * cannot foresee. A single look, or a steady beat, can be dodged by an overlay
 * that flickers.
 */
const LOOKS = 6;
const GAP_MS = { min: 60, max: 220 };
/** Every look of this long before the act must be good, so an overlay lifted on pointerdown is too late. */
const LOOKBACK_MS = 1500;
const FIRST_PAINT_MS = 400;

/** So long after the user's last act the looks end: until the next one, guards wait for news. */
const AWAKE_MS = 3000;
/** No press comes without one of these. What the page dispatches itself does not count. */
const STIRS = ['pointermove', 'pointerdown', 'keydown', 'focus', 'resize', 'scroll'] as const;

function nothing(): void {}

function pause(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, unforeseenMs(GAP_MS));
  return promise;
}

function fits(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.width <= window.innerWidth && box.height <= window.innerHeight;
}

/** Watches whether `element` is truly visible to the user, until `signal` aborts. */
export function watchVisibility(element: Element, signal: AbortSignal): Visibility {
  if (!canTell()) return { prove: () => Promise.resolve('unknown'), renew: nothing };
  const startMs = performance.now();
  let stirredMs = startMs;
  let renewedMs = startMs;
  let looks: readonly Look[] = [];
  let endRest = nothing;

  function keep(found: Look): void {
    const oldestMs = found.atMs - LOOKBACK_MS;
    looks = [...looks, found].filter(
      (each, index, all) => each.atMs >= oldestMs || index >= all.length - LOOKS,
    );
  }

  function stir(): void {
    stirredMs = performance.now();
    endRest();
  }

  async function rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const guard = guardSight(
      element,
      {
        onLook(found, news) {
          keep(found);
          if (news === 'change') stir();
        },
        onMove: stir,
      },
      unforeseenMs,
    );
    endRest = resolve;
    await promise;
    endRest = nothing;
    guard.stop();
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      if (performance.now() - stirredMs > AWAKE_MS) await rest();
      keep(await look(element));
      await pause();
    }
  }

  /** Judges an act at `actMs`; undefined while there are too few looks after it. */
  function judge(actMs: number): Sight | undefined {
    const sinceMs = actMs - LOOKBACK_MS;
    const within = looks.findIndex(({ atMs }) => atMs >= sinceMs);
    // What was seen last holds on until there is news: a rest has no looks.
    const recent = looks.slice(within < 0 ? -1 : Math.max(within - 1, 0));
    // Before its first paint an element does not show: only then is a bad look forgiven.
    const first = recent.findIndex(
      ({ atMs, showed }) => showed === 'whole' || atMs > startMs + FIRST_PAINT_MS,
    );
    const counted = recent.slice(Math.max(first, 0));
    const newest = counted.at(-1);
    if (!newest || counted.some(({ showed }) => showed === 'not')) return 'covered';
    // Without one good look before the act, a cover may have been lifted by it.
    if (!counted.some(({ atMs }) => atMs < actMs)) return 'covered';
    const sameContent = counted.filter(({ atMs }) => atMs >= renewedMs);
    if (sameContent.some(({ box }) => !isSameBox(box, newest.box))) return 'covered';
    const fresh = sameContent.filter(({ atMs, by }) => by === 'fresh' && atMs >= sinceMs);
    return fresh.length >= LOOKS && newest.atMs > actMs ? 'seen' : undefined;
  }

  async function prove(act: Event): Promise<Sight> {
    if (!act.isTrusted) return 'covered';
    if (!fits(element)) return 'unknown';
    const actMs = performance.now();
    stir();
    if ((await burst(element)) === 'covered') return 'covered';
    for (;;) {
      const sight = judge(actMs);
      if (sight) return sight;
      if (signal.aborted) return 'covered';
      await pause();
    }
  }

  const onAct = (event: Event): void => {
    if (event.isTrusted) stir();
  };
  for (const name of STIRS)
    window.addEventListener(name, onAct, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => endRest());
  void watch();
  return {
    prove,
    renew() {
      renewedMs = performance.now();
      stir();
    },
  };
}
