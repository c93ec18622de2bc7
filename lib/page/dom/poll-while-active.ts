import { ownMembers } from './own-members.ts';

/** Events of the user's whose effect may show without a change of the document. */
const ACTIVITIES = ['click', 'keydown', 'transitionend'] as const;

export interface PollOptions {
  /**
   * How often the work runs, ms. The first step counts whose time since the
   * last activity is not over.
   */
  readonly steps: readonly [PollStep, ...PollStep[]];
  /** ms between runs after the last step, for what changes without a sign (a replaced style sheet); Infinity: none. */
  readonly quietEveryMs: number;
  /** The roots in which any change counts as activity. */
  readonly roots: () => readonly Node[];
  /** No run comes before this performance.now() time, which grows with what the last ones cost. */
  readonly restUntilMs?: () => number;
}

interface PollStep {
  readonly untilMs: number;
  readonly everyMs: number;
}

const ALL_CHANGES = { childList: true, subtree: true, attributes: true, characterData: true };

/**
 * Runs its work often while anything happens in the document, and seldom while
 * nothing does; the first run after a quiet time comes half an interval after
 * the activity. Until `signal` aborts.
 */
export class PollWhileActive {
  readonly #work: () => Promise<void> | void;
  readonly #options: PollOptions;
  readonly #signal: AbortSignal;
  readonly #changes = new MutationObserver(() => this.wake());
  #activeMs = performance.now();
  #everyMs: number;
  #isRunning = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => Promise<void> | void, options: PollOptions, signal: AbortSignal) {
    this.#work = work;
    this.#options = options;
    this.#signal = signal;
    this.#everyMs = options.steps[0].everyMs;
  }

  start(): this {
    const listen = { capture: true, passive: true, signal: this.#signal };
    for (const name of ACTIVITIES)
      ownMembers(document).addEventListener(name, () => this.wake(), listen);
    this.#signal.addEventListener('abort', () => {
      this.#changes.disconnect();
      clearTimeout(this.#timer);
    });
    this.#plan(this.#everyMs);
    return this;
  }

  /** Notes an activity of which the document gives no sign. */
  wake(): void {
    this.#activeMs = performance.now();
    const [{ everyMs }] = this.#options.steps;
    if (this.#everyMs === everyMs) return;
    this.#everyMs = everyMs;
    this.#changes.disconnect();
    clearTimeout(this.#timer);
    if (!this.#isRunning) this.#plan(everyMs / 2);
  }

  #plan(delayMs: number): void {
    if (this.#signal.aborted || delayMs === Infinity) return;
    const restMs = (this.#options.restUntilMs?.() ?? 0) - performance.now();
    this.#timer = setTimeout(() => void this.#run(), Math.max(delayMs, restMs));
  }

  async #run(): Promise<void> {
    this.#findInterval();
    this.#isRunning = true;
    try {
      const done = this.#work();
      if (done) await done;
    } finally {
      this.#isRunning = false;
      this.#plan(this.#everyMs);
    }
  }

  #findInterval(): void {
    const quietMs = performance.now() - this.#activeMs;
    const step = this.#options.steps.find(({ untilMs }) => quietMs <= untilMs);
    this.#everyMs = step?.everyMs ?? this.#options.quietEveryMs;
    if (step) return;
    // The roots are observed before the work, so that a change during it counts, and each time
    // anew, because there may be new roots.
    this.#changes.disconnect();
    for (const root of this.#options.roots()) this.#changes.observe(root, ALL_CHANGES);
  }
}
