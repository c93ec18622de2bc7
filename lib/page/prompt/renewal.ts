import { SERVER_ANSWER_MS } from '../../limits.ts';
import type { PromptAnswer } from '../../protocol/page-messages.ts';
import { ownMembers } from '../dom/own-members.ts';
import { callAt } from './call-at.ts';
import type { FilledCode } from './filled-code.ts';

/** A press so shortly before the end of a code, ms, reaches the server after it. */
const SENDING_MS = 1_000;

export interface RenewalListener {
  /** Unix time, ms. */
  readonly nowMs: () => number;
  /** Whether our code still stands in its field, unsent. */
  readonly isStanding: (given: FilledCode) => boolean;
  /** Asks for the next code and puts it in. */
  readonly renew: (given: FilledCode) => Promise<PromptAnswer>;
}

/** A code that dies while it stands unsent in its field is replaced by the next one. */
export class Renewal {
  readonly #listener: RenewalListener;
  #ending = new AbortController();

  constructor(listener: RenewalListener) {
    this.#listener = listener;
  }

  /**
   * alone: the page asks for nothing but the code, so that it may have sent it at
   * its last digit, and shows that only with its server's answer. in-a-form: the
   * user sends the code together with his password.
   */
  start(given: FilledCode, where: 'alone' | 'in-a-form'): void {
    this.stop();
    this.#ending = new AbortController();
    const answeredMs = where === 'alone' ? this.#listener.nowMs() + SERVER_ANSWER_MS : 0;
    this.#plan(given, Math.max(given.code.validUntilMs, answeredMs));
  }

  /** Whether it is too late to send the code. */
  isExpiring({ code }: FilledCode): boolean {
    return this.#listener.nowMs() >= code.validUntilMs - SENDING_MS;
  }

  stop(): void {
    this.#ending.abort();
  }

  #plan(given: FilledCode, atMs: number): void {
    const { signal } = this.#ending;
    const timer = callAt(atMs, this.#listener.nowMs(), () => this.#run(given));
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  #run(given: FilledCode): void {
    // After an update of the extension nobody answers any more.
    this.#renew(given).catch(() => this.stop());
  }

  async #renew(given: FilledCode): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted || !this.#listener.isStanding(given)) return;
    // Nobody sends a code from a page that he does not look at.
    if (ownMembers(document).visibilityState !== 'visible') {
      ownMembers(document).addEventListener('visibilitychange', () => this.#run(given), {
        once: true,
        signal,
      });
      return;
    }
    const step = await this.#listener.renew(given);
    if (step.kind === 'wait' && !signal.aborted) this.#plan(given, step.untilMs);
  }
}
