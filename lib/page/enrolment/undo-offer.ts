/** The account that a save has put into the bin, for as long as one press on the card brings it back. */
export class UndoOffer {
  readonly #onOver: () => void;
  readonly #signal: AbortSignal;
  #scanId: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onOver` runs when the time is up. */
  constructor(onOver: () => void, signal: AbortSignal) {
    this.#onOver = onOver;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.end());
  }

  /** The scan whose save is undone. */
  get scanId(): string | undefined {
    return this.#scanId;
  }

  /** `untilMs`: Unix time. */
  begin(scanId: string, untilMs: number): void {
    this.end();
    if (this.#signal.aborted) return;
    this.#scanId = scanId;
    this.#timer = setTimeout(() => {
      this.end();
      this.#onOver();
    }, untilMs - Date.now());
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#scanId = undefined;
  }
}
