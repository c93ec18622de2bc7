import { ARMING_MS } from '../../limits.ts';
import { VisibilityGuard } from './guard.ts';
import {
  canProveVisibility,
  isSameBox,
  takeBurst,
  takeSample,
  unforeseenMs,
  type VisibilitySample,
} from './sample.ts';

/**
 * visible: the user truly saw the element for a while before the press and
 * after it. covered: he did not, or the press was not his. early: nobody knows,
 * because the page drew no frame for a while just before. unknown: this
 * browser cannot tell (no IntersectionObserver v2), or the window is too small
 * to show the whole element, so that the press may only open our own popup.
 */
export type Visibility = 'visible' | 'covered' | 'early' | 'unknown';

/**
 * Six fresh samples at gaps that a page cannot foresee made all of 30 overlay
 * tricks fail (measured). A single sample, or gaps that are always alike, can
 * be dodged by an overlay that flickers.
 */
const MIN_SAMPLES = 6;
const GAP_MS = { min: 60, max: 220 };
/** Every sample of this time before the press must be good: an overlay lifted on pointerdown is lifted too late. */
const LOOKBACK_MS = 1500;
const FIRST_PAINT_MS = 400;
/**
 * A page that keeps its thread busy, or its frames waiting, holds up the samples
 * as well, and could show something else meanwhile. After so long without one
 * the user has to see the element anew before a press counts.
 */
const MAX_GAP_MS = 400;

/** So long after the user's last input samples are taken; then guards wait for changes until the next input. */
const AWAKE_MS = 3000;
/** No press comes without one of these. What the page dispatches itself does not count. */
const INPUTS = ['pointermove', 'pointerdown', 'keydown', 'focus', 'resize', 'scroll'] as const;

interface KeptSample extends VisibilitySample {
  /** When the one before it was taken, or a guard ended: what was shown in between is not known. */
  readonly sinceMs: number;
}

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

function isGap({ atMs, sinceMs }: KeptSample): boolean {
  return atMs - sinceMs > MAX_GAP_MS;
}

/** Watches whether an element is truly visible to the user, until `signal` aborts. */
export class VisibilityWatcher {
  readonly #element: Element;
  readonly #signal: AbortSignal;
  readonly #onGap: () => void;
  readonly #startMs = performance.now();
  #awakeMs = this.#startMs;
  #renewedMs = this.#startMs;
  #knownMs = this.#startMs;
  #samples: readonly KeptSample[] = [];
  #endRest = nothing;

  /** `onGap` is told when a time has ended in which nobody knows what the page showed. */
  constructor(element: Element, signal: AbortSignal, onGap: () => void) {
    this.#element = element;
    this.#signal = signal;
    this.#onGap = onGap;
    if (!canProveVisibility()) return;
    const onInput = (event: Event): void => {
      if (event.isTrusted) this.#wake();
    };
    for (const name of INPUTS)
      window.addEventListener(name, onInput, { capture: true, passive: true, signal });
    signal.addEventListener('abort', () => this.#endRest());
    void this.#watch();
  }

  /** Judges a click or key press on the element; settles within about two seconds. */
  async prove(press: Event): Promise<Visibility> {
    if (!canProveVisibility()) return 'unknown';
    if (!press.isTrusted) return 'covered';
    if (!fits(this.#element)) return 'unknown';
    const pressMs = performance.now();
    this.#wake();
    if ((await takeBurst(this.#element)) === 'covered') return 'covered';
    for (;;) {
      const visibility = this.#judge(pressMs, press.timeStamp);
      if (visibility) return visibility;
      if (this.#signal.aborted) return 'covered';
      await pause();
    }
  }

  /** The element has new content and may have a new size; earlier samples still count. */
  renew(): void {
    this.#renewedMs = performance.now();
    this.#wake();
  }

  #wake(): void {
    this.#awakeMs = performance.now();
    this.#endRest();
  }

  #keep(sample: VisibilitySample, sinceMs = this.#knownMs): void {
    const oldestMs = sample.atMs - LOOKBACK_MS;
    const kept = { ...sample, sinceMs };
    this.#knownMs = sample.atMs;
    this.#samples = [...this.#samples, kept].filter(
      ({ atMs }, index, all) => atMs >= oldestMs || index >= all.length - MIN_SAMPLES,
    );
    if (isGap(kept)) this.#onGap();
  }

  async #watch(): Promise<void> {
    while (!this.#signal.aborted) {
      if (performance.now() - this.#awakeMs > AWAKE_MS) await this.#rest();
      this.#keep(await takeSample(this.#element));
      await pause();
    }
  }

  async #rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const guard = new VisibilityGuard(this.#element, {
      onSample: (sample, cause) => {
        // Until it reports a change a guard knows that there was none.
        this.#keep(sample, cause === 'change' ? sample.atMs : this.#knownMs);
        if (cause === 'change') this.#wake();
      },
      onMove: () => this.#wake(),
    });
    this.#endRest = resolve;
    await promise;
    this.#endRest = nothing;
    guard.stop();
    this.#knownMs = performance.now();
  }

  /**
   * Judges a press at `pressMs` of an input at `inputMs`; undefined while there
   * are too few samples after it.
   */
  #judge(pressMs: number, inputMs: number): Visibility | undefined {
    const sinceMs = pressMs - LOOKBACK_MS;
    const within = this.#samples.findIndex(({ atMs }) => atMs >= sinceMs);
    // A guard takes no samples while nothing changes, so the last one before it holds on.
    const recent = this.#samples.slice(within < 0 ? -1 : Math.max(within - 1, 0));
    // Before its first paint an element is not visible: only then is a bad sample forgiven.
    const first = recent.findIndex(
      ({ atMs, showed }) => showed === 'whole' || atMs > this.#startMs + FIRST_PAINT_MS,
    );
    const counted = recent.slice(Math.max(first, 0));
    const newest = counted.at(-1);
    if (!newest || counted.some(({ showed }) => showed === 'not')) return 'covered';
    // Without one good sample before the press, the press itself may have lifted a cover.
    if (!counted.some(({ atMs }) => atMs < pressMs)) return 'covered';
    const isUnsure = (sample: KeptSample): boolean =>
      isGap(sample) && sample.sinceMs < inputMs && sample.atMs > inputMs - ARMING_MS;
    if (counted.some(isUnsure)) return 'early';
    const sameContent = counted.filter(({ atMs }) => atMs >= this.#renewedMs);
    if (sameContent.some(({ box }) => !isSameBox(box, newest.box))) return 'covered';
    const fresh = sameContent.filter(({ atMs, by }) => by === 'fresh' && atMs >= sinceMs);
    return fresh.length >= MIN_SAMPLES && newest.atMs > pressMs ? 'visible' : undefined;
  }
}
