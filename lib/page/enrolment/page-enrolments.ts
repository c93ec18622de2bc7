import { errorCodeOf } from '../../errors.ts';
import { noteEnrolment, onQrPicture } from '../dom/qr-reading.ts';
import { isShown } from '../dom/visible.ts';
import type { CardView } from './card-view.ts';
import type { CardWords } from './card-words.ts';
import { Enrolment } from './enrolment.ts';
import { findFrame } from './frames.ts';
import type { EnrolmentBackend, EnrolmentPushes } from './ports.ts';
import { ScanRereader } from './reread.ts';
import { ScanWatcher } from './watch-scans.ts';
import type { Effect, EnrolmentEvent, Phase, ShownScan } from './state.ts';
import { ShownCard } from './shown-card.ts';
import { UndoOffer } from './undo-offer.ts';
import {
  classifyScan,
  eventOfFailure,
  eventOfPress,
  saveOrderOf,
  transitionOf,
} from './transitions.ts';

/**
 * Runs the enrolments of this document, one after another, until the signal
 * aborts. What happens and in which order stands in transitions.ts; here it is
 * only done.
 */
export class PageEnrolments {
  readonly #backend: EnrolmentBackend;
  readonly #signal: AbortSignal;
  readonly #rereader: ScanRereader;
  readonly #scans: ScanWatcher;
  #phase: Phase = 'none';
  #current: Enrolment | undefined;
  /** A second QR in view waits until the first is dealt with. */
  #kept: ShownScan | undefined;
  readonly #card: ShownCard;
  readonly #undo: UndoOffer;

  constructor(backend: EnrolmentBackend, words: CardWords, signal: AbortSignal) {
    this.#backend = backend;
    this.#signal = signal;
    this.#rereader = new ScanRereader(backend, signal);
    this.#card = new ShownCard(words, (press) => this.#handle(eventOfPress(press)), signal);
    this.#undo = new UndoOffer(() => this.#onUndoOver(), signal);
    this.#scans = new ScanWatcher(
      backend,
      {
        onScan: (shown) => this.#onScan(shown),
        onRefused: (code) => this.#handle({ name: 'scan-refused', code }),
        onUnreadable: () => {
          if (this.#current || this.#card.card) return 'busy';
          this.#handle({ name: 'unreadable' });
          return 'told';
        },
      },
      signal,
    );
  }

  start(): EnrolmentPushes {
    onQrPicture(() => this.#scans.start(), this.#signal);
    const isCurrent = (scanId: string): boolean => this.#current?.shown.scan.scanId === scanId;
    return {
      offered: (scan) => {
        if (this.#rereader.accept(scan) === 'awaited') return;
        this.#onScan({ scan, picture: findFrame(), hash: undefined, shownIn: 'frame' });
      },
      saved: (scanId, code, undoUntilMs) => {
        if (!isCurrent(scanId)) return this.#card.closeDismissed(scanId);
        const undo = undoUntilMs === undefined ? {} : { undoUntilMs };
        if (code) this.#handle({ name: 'code-given', code, ...undo });
        else this.#handle({ name: 'saved-in-popup' });
      },
      fillNext: (scanId) => {
        if (isCurrent(scanId)) this.#handle({ name: 'press-fill' });
      },
      failed: (scanId, code) => {
        if (!isCurrent(scanId)) return;
        this.#handle(code === 'scan-gone' ? { name: 'text-expired' } : eventOfFailure(code));
      },
      readAgain: () => void this.#scans.handOverAgain(),
    };
  }

  #onScan(shown: ShownScan): void {
    noteEnrolment();
    const before = this.#current?.shown;
    const isBeside = before && before.picture !== shown.picture && isShown(before.picture);
    const name = classifyScan({
      phase: this.#phase,
      current: before?.scan,
      scan: shown.scan,
      place: isBeside ? 'other-element' : 'same-place',
    });
    this.#handle({ name, shown });
  }

  #handle(event: EnrolmentEvent): void {
    if (this.#signal.aborted) return;
    const [next, ...effects] = transitionOf(event.name, this.#phase);
    this.#phase = next;
    for (const effect of effects) this.#actions[effect](event);
  }

  readonly #actions: Readonly<Record<Effect, (event: EnrolmentEvent) => void>> = {
    begin: (event) => {
      if ('shown' in event) this.#begin(event.shown);
    },
    end: () => {
      this.#current?.end();
      this.#current = undefined;
    },
    'keep-for-later': (event) => {
      if ('shown' in event) this.#kept = event.shown;
    },
    'begin-kept': () => {
      const kept = this.#kept;
      this.#kept = undefined;
      if (kept?.picture.isConnected) this.#onScan(kept);
    },
    'follow-picture': (event) => {
      if (!this.#current || !('shown' in event)) return;
      this.#current.followPicture(event.shown.picture);
      this.#current.tell('dismissed', event.shown);
    },
    'watch-dialog': () => this.#current?.watchDialog(),
    'show-offer': () => this.#showOffer(),
    'show-same-name': () => this.#showOffer('same-name'),
    'show-saving': () => this.#show({ kind: 'saving' }),
    'show-unlocking': () => this.#show({ kind: 'unlocking' }),
    'show-toolbar': () => this.#show({ kind: 'toolbar' }),
    'show-refused': () => this.#show({ kind: 'refused' }),
    'show-unreadable': () => this.#show({ kind: 'unreadable' }),
    'show-failed': (event) => {
      if ('code' in event && event.name !== 'code-given') {
        this.#show({ kind: 'failed', code: event.code });
      }
    },
    'show-kept': () => this.#showLast({ kind: 'kept' }, 'page-moves-on'),
    'show-dismissed': () => {
      const scan = this.#current?.shown.scan;
      // What the vault has already needs no way back to it.
      if (!scan || scan.duplicate === 'same-secret') this.#card.close();
      else this.#showLast({ kind: 'dismissed', scanId: scan.scanId }, 'soon');
    },
    'show-undone': () => this.#showLast({ kind: 'undone' }, 'soon'),
    'close-card': () => this.#card.close(),
    'leave-card': () => {
      if (this.#undo.scanId === undefined || !this.#card.card) this.#card.close();
      else this.#show({ kind: 'replaced' });
    },
    save: (event) => void this.#current?.save(saveOrderOf(event)),
    'open-review': () => void this.#current?.openReview(),
    'open-popup': () => void this.#backend.open().catch(() => undefined),
    'open-backup': () => void this.#backend.backUp().catch(() => undefined),
    'tell-cancelled': () => this.#current?.tell('cancelled'),
    'tell-dismissed': () => this.#current?.tell('dismissed'),
    'tell-refused': () => this.#current?.tell('refused'),
    confirm: () => void this.#confirm(),
    'offer-undo': (event) => {
      const scanId = this.#current?.shown.scan.scanId;
      if (event.name !== 'code-given' || scanId === undefined) return;
      if (event.undoUntilMs !== undefined) this.#undo.begin(scanId, event.undoUntilMs);
    },
    'end-undo': () => this.#undo.end(),
    undo: () => void this.#undoSave(),
    fill: (event) => {
      if (event.name === 'code-given') void this.#current?.filler.take(event.code);
    },
    'fill-next': () => void this.#current?.filler.fillNext(),
  };

  #begin(shown: ShownScan): void {
    const enrolment: Enrolment = new Enrolment(
      shown,
      {
        backend: this.#backend,
        rereader: this.#rereader,
        listener: {
          // What came of another one, which is over by now, changes nothing.
          onEvent: (event) => {
            if (enrolment === this.#current) this.#handle(event);
          },
          onView: (view) => this.#show(view),
          onCheck: () => this.#card.card?.raise(),
        },
      },
      this.#signal,
    );
    this.#current = enrolment;
    this.#undo.end();
    this.#kept = undefined;
    this.#showOffer();
    enrolment.start();
  }

  #show(view: CardView): void {
    this.#card.show(view, this.#undo.scanId === undefined ? 'none' : 'offered');
  }

  #showOffer(duplicate = this.#current?.shown.scan.duplicate): void {
    if (!this.#current) return;
    const { scan } = this.#current.shown;
    this.#show({ kind: 'offer', ...scan, duplicate: duplicate ?? scan.duplicate });
  }

  /** The card says 'confirmed' when the vault has it so, not before. */
  async #confirm(): Promise<void> {
    const { card } = this.#card;
    const scanId = this.#current?.shown.scan.scanId;
    if (scanId === undefined) return;
    // The scan may have died with a lock: a lost confirmation is worth a word.
    const failed = await this.#backend.outcome(scanId, 'confirmed').then(
      () => undefined,
      (thrown: unknown) => errorCodeOf(thrown),
    );
    // A card that the user has closed meanwhile, or that has another scan by now, stays as it is.
    if (this.#card.card !== card || this.#current) return;
    if (failed) this.#show({ kind: 'failed', code: failed });
    else if (card) this.#showLast({ kind: 'confirmed' }, 'page-moves-on');
  }

  /** The last word. It stays for a while, or, where the user may act on it, until the page goes on. */
  #showLast(view: CardView, until: 'soon' | 'page-moves-on'): void {
    this.#show(view);
    this.#card.closeWhen(until, () => this.#current !== undefined);
  }

  async #undoSave(): Promise<void> {
    const { scanId } = this.#undo;
    if (scanId === undefined) return;
    try {
      await this.#backend.undo(scanId);
    } catch (thrown) {
      this.#handle({ name: 'undo-failed', code: errorCodeOf(thrown) });
      return;
    }
    this.#undo.end();
    this.#handle({ name: 'undone' });
  }

  /** The button goes with its time. */
  #onUndoOver(): void {
    const { card, view } = this.#card;
    if (view?.kind === 'replaced') this.#card.close();
    else if (card && view && this.#current) this.#show(view);
  }
}
