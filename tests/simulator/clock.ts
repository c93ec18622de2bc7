/**
 * The stand-in's own clock: the machine's, moved or stopped. Every rule and
 * the Date header read it, so a skewed server can be played.
 */
export class SimulatorClock {
  #offsetMs = 0;
  #frozenMs: number | undefined;

  nowMs(skewSeconds = 0): number {
    return (this.#frozenMs ?? Date.now() + this.#offsetMs) + skewSeconds * 1000;
  }

  advance(seconds: number): void {
    if (this.#frozenMs === undefined) this.#offsetMs += seconds * 1000;
    else this.#frozenMs += seconds * 1000;
  }

  setOffset(offsetMs: number): void {
    this.#frozenMs = undefined;
    this.#offsetMs = offsetMs;
  }

  freeze(atMs: number): void {
    this.#frozenMs = atMs;
  }

  reset(): void {
    this.setOffset(0);
  }

  state(): ClockState {
    return {
      nowMs: this.nowMs(),
      offsetMs: this.#offsetMs,
      running: this.#frozenMs === undefined ? 'yes' : 'frozen',
    };
  }
}

export interface ClockState {
  readonly nowMs: number;
  readonly offsetMs: number;
  readonly running: 'yes' | 'frozen';
}
