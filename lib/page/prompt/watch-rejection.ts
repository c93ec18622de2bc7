/** Whether the page accepts the code it was given. */
import { inputsOf, type CodeField } from '../field/code-field.ts';
import { typedIn } from '../field/editable.ts';
import { rootsUnder } from '../dom/tree.ts';
import { PollWhileActive } from '../dom/poll-while-active.ts';
import { RequestWatcher } from '../dom/watch-requests.ts';
import { findComplaints } from './complaints.ts';

const POLL_MS = 100;
/** The browser may report a request a little later than the page acts on its answer. */
const ACTIVE_MS = 600;
/** A page may also speak up in success; then the field has gone within this time, ms. */
const SETTLE_MS = 700;
/** A page that has not complained by then will not: its answer came, or its session ended. */
const LONGEST_MS = 60_000;

export interface RejectionListener {
  /** The field as it stands now. */
  readonly field: () => CodeField | undefined;
  /**
   * refused: the page shows a complaint that it did not show before. asks-again:
   * it emptied the field and says nothing.
   */
  readonly onAnswer: (answer: 'refused' | 'asks-again') => void;
}

/** What is known of one code from its fill on. */
interface Watch {
  readonly sent: RequestWatcher;
  readonly complaintsBefore: ReadonlySet<string>;
  readonly ending: AbortController;
}

/**
 * Watches a field whose code the page has sent, and that still stands there.
 * Tells of one answer at most for each code.
 */
export class RejectionWatcher {
  readonly #listener: RejectionListener;
  #watch: Watch | undefined;
  #sinceMs: number | undefined;

  constructor(listener: RejectionListener) {
    this.#listener = listener;
  }

  /** A code is put in: what was watched before is over. */
  start(): void {
    this.stop();
    const ending = new AbortController();
    this.#watch = { sent: new RequestWatcher(), complaintsBefore: findComplaints(), ending };
    const timer = setTimeout(() => this.stop(), LONGEST_MS);
    ending.signal.addEventListener('abort', () => clearTimeout(timer));
    const poll = {
      steps: [{ untilMs: ACTIVE_MS, everyMs: POLL_MS }],
      quietEveryMs: SETTLE_MS,
      roots: () => rootsUnder(document),
    } as const;
    new PollWhileActive(() => this.#look(), poll, ending.signal).start();
  }

  stop(): void {
    this.#watch?.ending.abort();
    this.#watch?.sent.stop();
    this.#watch = undefined;
    this.#sinceMs = undefined;
  }

  #look(): void {
    const answer = this.#answer();
    if (!answer) this.#sinceMs = undefined;
    else if (performance.now() - (this.#sinceMs ??= performance.now()) >= SETTLE_MS) {
      this.stop();
      this.#listener.onAnswer(answer);
    }
  }

  #answer(): 'refused' | 'asks-again' | undefined {
    const [field, watch] = [this.#listener.field(), this.#watch];
    if (!watch || !field || !inputsOf(field).every((input) => input.checkVisibility()))
      return undefined;
    if (watch.sent.state === 'nothing') return undefined;
    if ([...findComplaints()].some((text) => !watch.complaintsBefore.has(text))) return 'refused';
    return inputsOf(field).every((input) => typedIn(input) === '' && !input.matches(':disabled'))
      ? 'asks-again'
      : undefined;
  }
}
