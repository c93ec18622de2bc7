import { PollWhileActive } from '../dom/poll-while-active.ts';
import { takeQrPicture, noteQrReading } from '../dom/qr-reading.ts';
import { isShown } from '../dom/visible.ts';
import { showsSoon } from './after-fade.ts';
import { CandidateFinder } from './find-candidates.ts';
import type { GreyPicture } from '../../qr/picture.ts';
import { hashOf } from './grey.ts';
import { fingerprintOf, nextTask, readPixels } from './read-pixels.ts';

/** done: read, whatever it holds. again: the machine or the background was too busy to say. */
export type ReadResult = 'done' | 'again';

export interface PictureListener {
  /** Sends the picture to be decoded; settles when the answer was dealt with. */
  onPicture(element: Element, picture: GreyPicture): Promise<ReadResult>;
  /**
   * `element` may be a code, but its pixels are kept from scripts. again: what would
   * say so does not stand beside it yet.
   */
  onTainted(element: Element): 'done' | 'again';
}

/**
 * How often canvases, and candidates in view that do not show yet, are looked
 * at: a QR is drawn because the user did something.
 */
const POLL = {
  steps: [
    { untilMs: 4_000, everyMs: 120 },
    { untilMs: 15_000, everyMs: 500 },
  ],
  quietEveryMs: 2_500,
  roots: () => [],
} as const;

/** The rest as a multiple of the work, so that what changes all the time costs a few percent at most. */
const REST_FACTOR = 30;
/** The background's share of the work: a decoding in vain. */
const DECODING_REST_FACTOR = 8;

/** ms before a picture that could not be read to its end is read again; noise that takes so long costs this much at most. */
const READ_AGAIN_MS = [1_000, 3_000, 10_000, 30_000] as const;

const POLLED_MAX = 12;

/** Pictures that one element may show in turn before the rest counts for it: more are noise that moves. */
const READS_WITHOUT_REST = 10;

/** ms: a canvas that is still empty after this was drawn by WebGL, whose pixels only the screen has. */
const BLANK_MS = 1_500;

/** ms in which what stands beside a picture may still be on its way: a dialog that zooms in shows its field last. */
const TAINTED_AGAIN_MS = 4_000;

function printOf(element: Element): number | undefined {
  return element instanceof HTMLCanvasElement ? fingerprintOf(element) : undefined;
}

/**
 * Reads every candidate that comes into view, and again when it was redrawn,
 * and hands on each new picture that seems to be a QR code, one at a time,
 * until the signal aborts.
 */
export class PictureWatcher {
  readonly #listener: PictureListener;
  readonly #signal: AbortSignal;
  readonly #poll: PollWhileActive;
  readonly #queue = new Set<Element>();
  /** Candidates that change without an event: canvases, with their print, and what does not show yet. */
  readonly #polled = new Map<Element, number | undefined>();
  readonly #blankSinceMs = new Map<Element, number>();
  /** Until when each is told of again. */
  readonly #taintedUntilMs = new Map<Element, number>();
  readonly #lastHash = new WeakMap<Element, number>();
  /** How often the picture of the last hash was read in vain. */
  readonly #unfinishedReads = new WeakMap<Element, number>();
  /** How many pictures of an element were handed on. */
  readonly #reads = new WeakMap<Element, number>();
  readonly #resting = new Set<Element>();
  readonly #fading = new Set<Element>();
  #isReading = false;
  #isPolling = false;
  #restUntilMs = 0;

  constructor(listener: PictureListener, signal: AbortSignal) {
    this.#listener = listener;
    this.#signal = signal;
    const options = { ...POLL, restUntilMs: () => this.#restUntilMs };
    this.#poll = new PollWhileActive(() => this.#check(), options, signal);
  }

  start(): void {
    const finder = new CandidateFinder((element) => this.#onCandidate(element), this.#signal);
    const first = takeQrPicture();
    finder.start(first);
    // It was noted as being read, and is read at once: until the finder meets it again, it would not seem so.
    if (first?.isConnected) this.#onCandidate(first);
    else noteQrReading('over');
  }

  #onCandidate(element: Element): void {
    const isPolled = element instanceof HTMLCanvasElement || !isShown(element);
    if (isPolled && !this.#polled.has(element)) this.#pollElement(element, printOf(element));
    this.#poll.wake();
    this.#queue.add(element);
    void this.#readQueue();
  }

  /** Whether it is put off: it is queued again when the rest is over. */
  #isResting(element: Element): boolean {
    const restMs = this.#restUntilMs - performance.now();
    if (restMs <= 0 || (this.#reads.get(element) ?? 0) < READS_WITHOUT_REST) return false;
    if (this.#resting.has(element)) return true;
    this.#resting.add(element);
    setTimeout(() => {
      this.#resting.delete(element);
      if (!this.#signal.aborted) this.#onCandidate(element);
    }, restMs);
    return true;
  }

  #pollElement(element: Element, print: number | undefined): void {
    if (this.#polled.size >= POLLED_MAX) return;
    this.#polled.set(element, print);
    this.#startPolling();
  }

  #startPolling(): void {
    if (this.#isPolling) return;
    this.#isPolling = true;
    this.#poll.start();
  }

  #tellTainted(element: Element): void {
    const nowMs = performance.now();
    const untilMs = this.#taintedUntilMs.get(element) ?? nowMs + TAINTED_AGAIN_MS;
    if (this.#listener.onTainted(element) === 'done' || nowMs >= untilMs) {
      this.#taintedUntilMs.delete(element);
    } else if (this.#taintedUntilMs.size < POLLED_MAX) {
      this.#taintedUntilMs.set(element, untilMs);
      this.#startPolling();
    }
  }

  async #readQueue(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    noteQrReading('under-way');
    try {
      for (const element of this.#queue) {
        this.#queue.delete(element);
        if (element.isConnected && !this.#isResting(element)) await this.#read(element);
        if (this.#signal.aborted) return;
        await nextTask();
      }
    } finally {
      this.#isReading = false;
      noteQrReading('over');
    }
  }

  async #read(element: Element): Promise<void> {
    // Hidden meanwhile, by a dialog that fades in: its pixels are still unread, whatever their print.
    if (!isShown(element)) {
      this.#pollElement(element, undefined);
      if (this.#polled.has(element)) void this.#readAfterFade(element);
      return;
    }
    const startMs = performance.now();
    const reading = await readPixels(element);
    const readMs = performance.now();
    this.#restUntilMs = readMs + (readMs - startMs) * REST_FACTOR;
    if (this.#signal.aborted) return;
    if (reading.kind === 'tainted') this.#tellTainted(element);
    if (reading.kind !== 'blank') this.#blankSinceMs.delete(element);
    else if (this.#polled.has(element) && !this.#blankSinceMs.has(element)) {
      this.#blankSinceMs.set(element, startMs);
    }
    if (reading.kind !== 'pixels') return;
    const hash = hashOf(reading.picture);
    if (this.#lastHash.get(element) === hash) return;
    this.#lastHash.set(element, hash);
    this.#reads.set(element, (this.#reads.get(element) ?? 0) + 1);
    await this.#decode(element, reading.picture);
    this.#restUntilMs += (performance.now() - readMs) * DECODING_REST_FACTOR;
  }

  /** Reads what a dialog shows as soon as it has faded in. */
  async #readAfterFade(element: Element): Promise<void> {
    if (this.#fading.has(element)) return;
    this.#fading.add(element);
    const isToRead = await showsSoon(element, this.#signal);
    this.#fading.delete(element);
    if (!isToRead) return;
    this.#queue.add(element);
    await this.#readQueue();
  }

  async #decode(element: Element, picture: GreyPicture): Promise<void> {
    const result = await this.#listener.onPicture(element, picture);
    const unfinished = result === 'again' ? (this.#unfinishedReads.get(element) ?? 0) : 0;
    const waitMs = result === 'again' ? READ_AGAIN_MS[unfinished] : undefined;
    this.#unfinishedReads.set(element, waitMs === undefined ? 0 : unfinished + 1);
    if (waitMs === undefined || this.#signal.aborted) return;
    // The same pixels are read again: nothing of the page will change to call for it.
    const timer = setTimeout(() => {
      this.#lastHash.delete(element);
      this.#queue.add(element);
      void this.#readQueue();
    }, waitMs);
    this.#signal.addEventListener('abort', () => clearTimeout(timer));
  }

  async #check(): Promise<void> {
    const startMs = performance.now();
    for (const [element, before] of this.#polled) this.#checkElement(element, before);
    for (const element of this.#taintedUntilMs.keys()) {
      if (element.isConnected) this.#tellTainted(element);
      else this.#taintedUntilMs.delete(element);
    }
    for (const [element, sinceMs] of this.#blankSinceMs) {
      if (startMs - sinceMs < BLANK_MS) continue;
      this.#blankSinceMs.delete(element);
      if (element.isConnected && isShown(element)) this.#tellTainted(element);
    }
    const endMs = performance.now();
    this.#restUntilMs = Math.max(this.#restUntilMs, endMs + (endMs - startMs) * REST_FACTOR);
    await this.#readQueue();
  }

  #checkElement(element: Element, before: number | undefined): void {
    if (!element.isConnected) {
      this.#polled.delete(element);
      return;
    }
    if (!isShown(element)) return;
    const print = printOf(element);
    if (!(element instanceof HTMLCanvasElement)) this.#polled.delete(element);
    else if (print === before) return;
    else {
      this.#polled.set(element, print);
      this.#poll.wake();
    }
    this.#queue.add(element);
  }
}
