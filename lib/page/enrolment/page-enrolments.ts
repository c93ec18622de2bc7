import { AppError, errorCodeOf } from '../../errors.ts';
import { PollWhileActive } from '../dom/poll-while-active.ts';
import { rootsAround } from '../dom/tree.ts';
import { isShown } from '../dom/visible.ts';
import type { CardPress, CardView } from './card-view.ts';
import type { CardWords } from './card-words.ts';
import { EnrolmentCard } from './card.ts';
import { CodeFiller } from './fill-code.ts';
import { findFrame } from './frames.ts';
import type { EnrolmentBackend, EnrolmentPushes, ScanOutcome } from './ports.ts';
import { ScanRereader } from './reread.ts';
import { ScanWatcher } from './watch-scans.ts';
import type { Effect, EnrolmentEvent, Phase, ShownScan } from './state.ts';
import { classifyScan, eventOfFailure, transitionOf } from './transitions.ts';
import { DialogWatcher } from './watch-dialog.ts';

/** ms between two looks at whether the QR still shows. */
const CHECK_MS = 500;
/** ms for which the last word stays when nobody closes it. */
const FAREWELL_MS = 12_000;

/** What belongs to one QR on its way to a confirmed account. */
interface Enrolment {
  /** Of the latest reading. */
  shown: ShownScan;
  readonly ending: AbortController;
  readonly signal: AbortSignal;
  readonly filler: CodeFiller;
  dialog?: DialogWatcher;
}

/**
 * Runs the enrolments of this document, one after another, until the signal
 * aborts. What happens and in which order stands in transitions.ts; here it is
 * only done.
 */
export class PageEnrolments {
  readonly #backend: EnrolmentBackend;
  readonly #words: CardWords;
  readonly #signal: AbortSignal;
  readonly #rereader: ScanRereader;
  readonly #scans: ScanWatcher;
  #phase: Phase = 'none';
  #current: Enrolment | undefined;
  /** A second QR in view waits until the first is dealt with. */
  #kept: ShownScan | undefined;
  #card: EnrolmentCard | undefined;

  constructor(backend: EnrolmentBackend, words: CardWords, signal: AbortSignal) {
    this.#backend = backend;
    this.#words = words;
    this.#signal = signal;
    this.#rereader = new ScanRereader(backend, signal);
    this.#scans = new ScanWatcher(
      backend,
      {
        onScan: (shown) => this.#onScan(shown),
        onRefused: (code) => this.#handle({ name: 'scan-refused', code }),
        onUnreadable: () => {
          if (this.#current || this.#card) return 'busy';
          this.#handle({ name: 'unreadable' });
          return 'told';
        },
      },
      signal,
    );
  }

  start(): EnrolmentPushes {
    this.#scans.start();
    const isCurrent = (scanId: string): boolean => this.#current?.shown.scan.scanId === scanId;
    return {
      offered: (scan) => {
        if (this.#rereader.accept(scan) === 'awaited') return;
        this.#onScan({ scan, picture: findFrame(), hash: undefined, shownIn: 'frame' });
      },
      saved: (scanId, code) => {
        if (isCurrent(scanId)) this.#handle({ name: 'code-given', code });
      },
      failed: (scanId, code) => {
        if (!isCurrent(scanId)) return;
        this.#handle(code === 'scan-gone' ? { name: 'text-expired' } : eventOfFailure(code));
      },
      readAgain: () => void this.#scans.handOverAgain(),
    };
  }

  #onScan(shown: ShownScan): void {
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

  #onPress(press: CardPress): void {
    if (press === 'save') this.#handle({ name: 'press-save' });
    else if (press === 'replace' || press === 'keep-both') {
      this.#handle({ name: 'press-save', duplicate: press });
    } else this.#handle({ name: `press-${press}` });
  }

  /** Handles what came of `enrolment`, unless another one is under way by now. */
  #handleFor(enrolment: Enrolment, event: EnrolmentEvent): void {
    if (enrolment === this.#current) this.#handle(event);
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
      this.#current?.ending.abort();
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
      this.#current.shown = { ...this.#current.shown, picture: event.shown.picture };
      this.#tell(event.shown, 'dismissed');
    },
    'watch-dialog': () => this.#watchDialog(),
    'show-offer': () => this.#showOffer(),
    'show-same-name': () => this.#showOffer('same-name'),
    'show-saving': () => this.#show({ kind: 'saving' }),
    'show-unlocking': () => this.#show({ kind: 'unlocking' }),
    'show-toolbar': () => this.#show({ kind: 'toolbar' }),
    'show-refused': () => this.#show({ kind: 'refused' }),
    'show-unreadable': () => this.#show({ kind: 'unreadable' }),
    'show-failed': (event) => {
      if (event.name === 'failed' || event.name === 'scan-refused') {
        this.#show({ kind: 'failed', code: event.code });
      }
    },
    'close-card': () => this.#closeCard(),
    save: (event) => void this.#save(event),
    'open-review': () => void this.#openReview(),
    'open-popup': () => void this.#backend.open().catch(() => undefined),
    'open-backup': () => void this.#backend.backUp().catch(() => undefined),
    'tell-cancelled': () => this.#tell(this.#current?.shown, 'cancelled'),
    'tell-dismissed': () => this.#tell(this.#current?.shown, 'dismissed'),
    'tell-refused': () => this.#tell(this.#current?.shown, 'refused'),
    confirm: () => void this.#confirm(),
    fill: (event) => {
      if (event.name === 'code-given') void this.#current?.filler.fill(event.code);
    },
    'fill-next': () => void this.#current?.filler.fillNext(),
  };

  #begin(shown: ShownScan): void {
    const ending = new AbortController();
    const signal = AbortSignal.any([this.#signal, ending.signal]);
    const filler = new CodeFiller(
      {
        picture: () => enrolment.shown.picture,
        code: () => this.#backend.code(enrolment.shown.scan.scanId),
        show: (view) => this.#show(view),
        onFilling: () => this.#handleFor(enrolment, { name: 'filling' }),
        onFailed: (code) => this.#handleFor(enrolment, eventOfFailure(code)),
      },
      signal,
    );
    const enrolment: Enrolment = { shown, ending, signal, filler };
    this.#current = enrolment;
    this.#kept = undefined;
    this.#showOffer();
    const poll = {
      steps: [{ untilMs: 5_000, everyMs: CHECK_MS }],
      quietEveryMs: 5_000,
      roots: () => rootsAround([enrolment.shown.picture]),
    } as const;
    new PollWhileActive(() => this.#check(enrolment), poll, signal).start();
  }

  #check(enrolment: Enrolment): void {
    this.#card?.raise();
    if (!isShown(enrolment.shown.picture)) this.#handleFor(enrolment, { name: 'qr-gone' });
  }

  #watchDialog(): void {
    const enrolment = this.#current;
    if (!enrolment) return;
    enrolment.dialog ??= new DialogWatcher(
      { picture: () => enrolment.shown.picture, field: () => enrolment.filler.field },
      (outcome) => this.#handleFor(enrolment, { name: `page-${outcome}` }),
      enrolment.signal,
    ).start();
    enrolment.dialog.noteFilled();
  }

  #show(view: CardView): void {
    this.#card ??= new EnrolmentCard(this.#words, (press) => this.#onPress(press), this.#signal);
    this.#card.show(view);
  }

  #showOffer(duplicate = this.#current?.shown.scan.duplicate): void {
    if (!this.#current) return;
    const { scan } = this.#current.shown;
    this.#show({ kind: 'offer', ...scan, duplicate: duplicate ?? scan.duplicate });
  }

  #closeCard(): void {
    this.#card?.close();
    this.#card = undefined;
  }

  async #save(event: EnrolmentEvent): Promise<void> {
    const enrolment = this.#current;
    if (!enrolment) return;
    const duplicate = event.name === 'press-save' ? event.duplicate : undefined;
    const cause = event.name === 'press-save' ? 'press' : 'redraw';
    const order = { cause, ...(duplicate ? { duplicate } : {}) } as const;
    try {
      const answer = await this.#withText(enrolment, (scanId) => this.#backend.save(scanId, order));
      if (answer === 'another-name') this.#handleFor(enrolment, { name: 'another-name-read' });
      else if (answer.kind === 'unlocking') {
        const name = answer.where === 'window' ? 'unlock-opened' : 'unlock-by-toolbar';
        this.#handleFor(enrolment, { name });
      } else this.#handleFor(enrolment, { name: 'code-given', code: answer.code });
    } catch (thrown) {
      this.#handleFor(enrolment, eventOfFailure(errorCodeOf(thrown)));
    }
  }

  async #openReview(): Promise<void> {
    const enrolment = this.#current;
    if (!enrolment) return;
    try {
      const opened = await this.#withText(enrolment, (scanId) => this.#backend.open(scanId));
      if (opened === 'another-name') this.#handleFor(enrolment, { name: 'another-name-read' });
    } catch (thrown) {
      this.#handleFor(enrolment, eventOfFailure(errorCodeOf(thrown)));
    }
  }

  /** Does `work` for the scan, which is read again first where its text has died or its QR changed. */
  #withText<Value>(
    enrolment: Enrolment,
    work: (scanId: string) => Promise<Value>,
  ): Promise<Value | 'another-name'> {
    const before = enrolment.shown;
    return this.#rereader.withText(before, work, (scan, hash) => {
      if (enrolment.signal.aborted) throw new AppError('scan-gone');
      this.#tell(before, 'cancelled');
      enrolment.shown = { ...before, scan, hash };
    });
  }

  /** Where nothing depends on whether the background still knows the scan. */
  #tell(shown: ShownScan | undefined, outcome: ScanOutcome): void {
    // The scan may have died before, with a lock or in time: then nothing is left to tell of it.
    if (shown) this.#backend.outcome(shown.scan.scanId, outcome).catch(() => undefined);
  }

  /** The card says 'confirmed' when the vault has it so, not before. */
  async #confirm(): Promise<void> {
    const card = this.#card;
    const scanId = this.#current?.shown.scan.scanId;
    if (scanId === undefined) return;
    try {
      await this.#backend.outcome(scanId, 'confirmed');
    } catch (thrown) {
      // The scan may have died with a lock: a lost confirmation is worth a word.
      this.#show({ kind: 'failed', code: errorCodeOf(thrown) });
      return;
    }
    // A card that the user has closed meanwhile, or that has another scan by now, stays as it is.
    if (this.#card !== card || this.#current) return;
    card?.show({ kind: 'confirmed' });
    setTimeout(() => {
      if (this.#card === card && !this.#current) this.#closeCard();
    }, FAREWELL_MS);
  }
}
