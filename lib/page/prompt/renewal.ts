import type { PromptStep } from './backend.ts';
import type { Given } from './given.ts';

/** A code is asked for so long, ms, after the one before is dead: timers may be early. */
const LATE_MS = 50;

export interface RenewalListener {
  /** Unix time, ms. */
  readonly nowMs: () => number;
  /** Whether our code still stands in its field, unsent. */
  readonly isStanding: (given: Given) => boolean;
  /** Asks for the next code and puts it in. */
  readonly renew: (given: Given) => Promise<PromptStep>;
}

/** A code that dies while it stands unsent in its field is replaced by the next one. */
export class Renewal {
  readonly #listener: RenewalListener;
  #ending = new AbortController();

  constructor(listener: RenewalListener) {
    this.#listener = listener;
  }

  start(given: Given): void {
    this.stop();
    this.#ending = new AbortController();
    this.#plan(given, given.code.validUntilMs);
  }

  stop(): void {
    this.#ending.abort();
  }

  #plan(given: Given, atMs: number): void {
    const { signal } = this.#ending;
    const delayMs = Math.max(0, atMs - this.#listener.nowMs()) + LATE_MS;
    const timer = setTimeout(() => this.#run(given), delayMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #run(given: Given): void {
    // After an update of the extension nobody answers any more.
    this.#renew(given).catch(() => this.stop());
  }

  async #renew(given: Given): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted || !this.#listener.isStanding(given)) return;
    // Nobody sends a code from a page that he does not look at.
    if (document.visibilityState !== 'visible') {
      document.addEventListener('visibilitychange', () => this.#run(given), { once: true, signal });
      return;
    }
    const step = await this.#listener.renew(given);
    if (step.kind === 'wait' && !signal.aborted) this.#plan(given, step.untilMs);
  }
}
