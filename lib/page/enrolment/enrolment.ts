import { AppError, errorCodeOf } from '../../errors.ts';
import { PollWhileActive } from '../dom/poll-while-active.ts';
import { rootsAround } from '../dom/tree.ts';
import { isShown } from '../dom/visible.ts';
import type { CardView } from './card-view.ts';
import { CodeFiller } from './fill-code.ts';
import type { EnrolmentBackend, SaveOrder, ScanOutcome } from './ports.ts';
import type { ScanRereader } from './reread.ts';
import type { EnrolmentEvent, ShownScan } from './state.ts';
import { eventOfFailure } from './transitions.ts';
import { DialogWatcher } from './watch-dialog.ts';

/** ms between two looks at whether the QR still shows. */
const CHECK_MS = 500;

export interface EnrolmentListener {
  onEvent(event: EnrolmentEvent): void;
  /** The code filler has something to say on the card. */
  onView(view: CardView): void;
  /** Before each look at the QR. */
  onCheck(): void;
}

/** What an enrolment works with. */
interface EnrolmentParts {
  readonly backend: EnrolmentBackend;
  readonly rereader: ScanRereader;
  readonly listener: EnrolmentListener;
}

/** One QR on its way to a confirmed account, until it is ended or `signal` aborts. */
export class Enrolment {
  readonly filler: CodeFiller;
  readonly #parts: EnrolmentParts;
  readonly #ending = new AbortController();
  readonly #signal: AbortSignal;
  #shown: ShownScan;
  #dialog: DialogWatcher | undefined;
  /** Whether the last look found no QR. */
  #isMissed = false;

  constructor(shown: ShownScan, parts: EnrolmentParts, signal: AbortSignal) {
    this.#shown = shown;
    this.#parts = parts;
    this.#signal = AbortSignal.any([signal, this.#ending.signal]);
    const { backend, listener } = parts;
    this.filler = new CodeFiller(
      {
        picture: () => this.#shown.picture,
        code: () => backend.code(this.#shown.scan.scanId),
        show: (view) => listener.onView(view),
        onFilling: () => listener.onEvent({ name: 'filling' }),
        onFailed: (code) => listener.onEvent(eventOfFailure(code)),
      },
      this.#signal,
    );
  }

  /** As the QR was last read. */
  get shown(): ShownScan {
    return this.#shown;
  }

  start(): void {
    const poll = {
      steps: [{ untilMs: 5_000, everyMs: CHECK_MS }],
      quietEveryMs: 5_000,
      roots: () => rootsAround([this.#shown.picture]),
    } as const;
    new PollWhileActive(() => this.#check(), poll, this.#signal).start();
  }

  end(): void {
    this.#ending.abort();
  }

  /** The page shows the same account's QR in another element by now. */
  followPicture(picture: Element): void {
    this.#shown = { ...this.#shown, picture };
  }

  /** Watches how the page's dialog ends, from now on with a code in its field. */
  watchDialog(): void {
    this.#dialog ??= new DialogWatcher(
      { picture: () => this.#shown.picture, field: () => this.filler.field },
      (outcome) => this.#parts.listener.onEvent({ name: `page-${outcome}` }),
      this.#signal,
    ).start();
    this.#dialog.noteFilled();
  }

  /** Saves the account; the answer comes as an event. */
  async save(order: SaveOrder): Promise<void> {
    const { backend, listener } = this.#parts;
    try {
      const answer = await this.#withText((scanId) => backend.save(scanId, order));
      if (answer === 'another-name') listener.onEvent({ name: 'another-name-read' });
      else if (answer.kind === 'unlocking') {
        const name = answer.where === 'window' ? 'unlock-opened' : 'unlock-by-toolbar';
        listener.onEvent({ name });
      } else {
        const { code, undoUntilMs } = answer;
        const undo = undoUntilMs === undefined ? {} : { undoUntilMs };
        listener.onEvent({ name: 'code-given', code, ...undo });
      }
    } catch (thrown) {
      listener.onEvent(eventOfFailure(errorCodeOf(thrown)));
    }
  }

  /** Opens the popup with the scan under review. */
  async openReview(): Promise<void> {
    const { backend, listener } = this.#parts;
    try {
      const opened = await this.#withText((scanId) => backend.open(scanId));
      if (opened === 'another-name') listener.onEvent({ name: 'another-name-read' });
    } catch (thrown) {
      listener.onEvent(eventOfFailure(errorCodeOf(thrown)));
    }
  }

  /** Says what became of a scan where nothing depends on whether the background still knows it. */
  tell(outcome: ScanOutcome, { scan } = this.#shown): void {
    // The scan may have died before, with a lock or in time: then nothing is left to tell of it.
    this.#parts.backend.outcome(scan.scanId, outcome).catch(() => undefined);
  }

  /** A page that draws its QR anew shows none for a moment: missed once it may come back, missed twice it is gone. */
  #check(): void {
    this.#parts.listener.onCheck();
    const wasMissed = this.#isMissed;
    this.#isMissed = !isShown(this.#shown.picture);
    if (this.#isMissed) this.#parts.listener.onEvent({ name: wasMissed ? 'qr-gone' : 'qr-missed' });
  }

  /** Does `work` for the scan, which is read again first where its text has died or its QR changed. */
  #withText<Value>(work: (scanId: string) => Promise<Value>): Promise<Value | 'another-name'> {
    const before = this.#shown;
    return this.#parts.rereader.withText(
      () => this.#shown,
      work,
      (scan, hash) => {
        if (this.#signal.aborted) throw new AppError('scan-gone');
        this.tell('cancelled', before);
        this.#shown = { ...this.#shown, scan, hash };
      },
    );
  }
}
