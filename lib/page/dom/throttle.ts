/**
 * The shortest rest between two runs, ms: more than one run a frame is of no
 * use, however quick it is.
 */
const MIN_REST_MS = 16;
/** The factor by which each run in vain makes the next rest longer, while the calls do not stop. */
const IDLE_GROWTH = 1.5;
/** The longest rest, ms, that runs in vain lead to. */
const IDLE_REST_MAX_MS = 250;

/** changed: the run found something new. unchanged: it was in vain. */
export type RunResult = 'changed' | 'unchanged';

export interface ThrottleOptions {
  /** The rest after a run as a multiple of its time: 15 leaves the page 15 parts of 16. */
  readonly restFactor?: number;
  /** The longest rest after a run, ms, however much time the run took. */
  readonly maxRestMs?: number;
  /**
   * frame: the work runs in an animation frame, where the layout is due anyway;
   * a hidden tab has none.
   */
  readonly runIn?: 'task' | 'frame';
}

/**
 * Runs its work at once when the last run is long enough ago. Under calls
 * without end it runs the more seldom, the more time a run takes and the longer
 * its runs are in vain. Until `signal` aborts.
 */
export class Throttle {
  readonly #work: () => RunResult;
  readonly #signal: AbortSignal;
  readonly #options: ThrottleOptions;
  #isScheduled = false;
  #isRunning = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextRunMs = -Infinity;
  #idleRestMs = 0;

  constructor(work: () => RunResult, signal: AbortSignal, options: ThrottleOptions = {}) {
    this.#work = work;
    this.#signal = signal;
    this.#options = options;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Asks for a run; many calls before it are one. */
  schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    if (!this.#isRunning) this.#plan();
  }

  /** Forgets the runs in vain: the user did something, so that the next one may find more. */
  reset(): void {
    if (this.#idleRestMs <= MIN_REST_MS) return;
    this.#idleRestMs = 0;
    this.#nextRunMs = performance.now();
    clearTimeout(this.#timer);
    if (this.#isScheduled && !this.#isRunning) this.#plan();
  }

  #plan(): void {
    if (this.#signal.aborted) return;
    const restMs = Math.max(0, this.#nextRunMs - performance.now());
    const run = (): void => this.#run();
    if (this.#options.runIn !== 'frame') this.#timer = setTimeout(run, restMs);
    // So short a timer would miss the frame that is due before it rings.
    else if (restMs < MIN_REST_MS / 2) requestAnimationFrame(run);
    else this.#timer = setTimeout(() => requestAnimationFrame(run), restMs);
  }

  #run(): void {
    if (this.#signal.aborted) return;
    this.#isScheduled = false;
    this.#isRunning = true;
    const startMs = performance.now();
    // When no call came for a while, earlier runs in vain count no longer.
    if (startMs - this.#nextRunMs > IDLE_REST_MAX_MS) this.#idleRestMs = 0;
    let result: RunResult = 'changed';
    try {
      result = this.#work();
    } finally {
      this.#rest(startMs, result);
    }
  }

  #rest(startMs: number, result: RunResult): void {
    const endMs = performance.now();
    const { restFactor = 15, maxRestMs = 500, runIn } = this.#options;
    const costRestMs = Math.min(restFactor * (endMs - startMs), maxRestMs);
    this.#idleRestMs =
      result === 'changed'
        ? 0
        : Math.min(Math.max(this.#idleRestMs * IDLE_GROWTH, MIN_REST_MS), IDLE_REST_MAX_MS);
    // The browser itself spaces the frames.
    const minRestMs = runIn === 'frame' ? 0 : MIN_REST_MS;
    this.#nextRunMs = endMs + Math.max(costRestMs, this.#idleRestMs, minRestMs);
    this.#isRunning = false;
    if (this.#isScheduled) this.#plan();
  }
}
