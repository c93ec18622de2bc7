import { watchForQr } from './find-candidates.ts';
import type { GreyPicture } from './grey.ts';
import { isShown } from '../dom/visible.ts';
import { fingerprintOf, nextTask, readPixels } from './read-pixels.ts';

export interface PictureListener {
  /** Sends the picture to be decoded; settles when the answer was dealt with. */
  onPicture(element: Element, picture: GreyPicture): Promise<void>;
  /** `element` may be a code, but its pixels are kept from scripts. */
  onTainted(element: Element): void;
}

/**
 * How often canvases and hidden candidates in view are looked at, ms: soon
 * after something happened, rarely when nothing has for long.
 */
const BEATS = [
  { untilMs: 4_000, everyMs: 120 },
  { untilMs: 15_000, everyMs: 500 },
  { untilMs: Infinity, everyMs: 2_500 },
] as const;

/** Rest as a multiple of the work, so that a page of noise costs a few percent at most. */
const REST = 30;
/** The background's share of the work: a decoding in vain. */
const DECODING_REST = 8;

const POLLED_MAX = 12;

/** A canvas that is still empty after this was drawn by WebGL, whose pixels only the screen has. */
const BLANK_MS = 1_500;

function hashOf({ width, height, grey }: GreyPicture): number {
  let hash = Math.imul(width, 31) ^ height;
  for (const level of grey) hash = Math.imul(hash ^ level, 0x01000193);
  return hash;
}

/**
 * Reads every candidate that comes into view, and again when it was redrawn,
 * and hands on each new picture that seems to be a QR code, one at a time.
 */
export function watchPictures(listener: PictureListener, signal: AbortSignal): void {
  const queue = new Set<Element>();
  /** Candidates that change without an event: canvases, and what is not shown yet. */
  const polled = new Map<Element, number | undefined>();
  const blankSinceMs = new Map<Element, number>();
  const lastHash = new WeakMap<Element, number>();
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastEventMs = performance.now();
  let restUntilMs = 0;

  async function read(element: Element): Promise<void> {
    // Hidden meanwhile, by a dialog that fades in: its pixels are still unread, whatever their print.
    if (!isShown(element)) {
      if (polled.size < POLLED_MAX) polled.set(element, undefined);
      return;
    }
    const startMs = performance.now();
    const reading = await readPixels(element);
    restUntilMs = performance.now() + (performance.now() - startMs) * REST;
    if (signal.aborted) return;
    if (reading.kind === 'tainted') listener.onTainted(element);
    if (reading.kind !== 'blank') blankSinceMs.delete(element);
    else if (polled.has(element) && !blankSinceMs.has(element)) blankSinceMs.set(element, startMs);
    if (reading.kind !== 'pixels') return;
    const hash = hashOf(reading.picture);
    if (lastHash.get(element) === hash) return;
    lastHash.set(element, hash);
    const askedMs = performance.now();
    await listener.onPicture(element, reading.picture);
    restUntilMs += (performance.now() - askedMs) * DECODING_REST;
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (const element of queue) {
        queue.delete(element);
        if (element.isConnected) await read(element);
        if (signal.aborted) return;
        await nextTask();
      }
    } finally {
      running = false;
      plan();
    }
  }

  function poll(): void {
    timer = undefined;
    const startMs = performance.now();
    for (const [element, before] of polled) {
      if (!element.isConnected) polled.delete(element);
      else if (isShown(element)) {
        const print = element instanceof HTMLCanvasElement ? fingerprintOf(element) : undefined;
        if (!(element instanceof HTMLCanvasElement)) polled.delete(element);
        else if (print === before) continue;
        else {
          polled.set(element, print);
          lastEventMs = performance.now();
        }
        queue.add(element);
      }
    }
    for (const [element, sinceMs] of blankSinceMs) {
      if (startMs - sinceMs < BLANK_MS) continue;
      blankSinceMs.delete(element);
      if (element.isConnected && isShown(element)) listener.onTainted(element);
    }
    const endMs = performance.now();
    restUntilMs = Math.max(restUntilMs, endMs + (endMs - startMs) * REST);
    if (queue.size > 0) void run();
    else plan();
  }

  function plan(): void {
    if (timer !== undefined || running || polled.size === 0 || signal.aborted) return;
    const nowMs = performance.now();
    const beat = BEATS.find(({ untilMs }) => nowMs - lastEventMs < untilMs) ?? BEATS[2];
    timer = setTimeout(poll, Math.max(beat.everyMs, restUntilMs - nowMs));
  }

  function quicken(): void {
    const nowMs = performance.now();
    if (nowMs - lastEventMs < 1_000) return;
    lastEventMs = nowMs;
    clearTimeout(timer);
    timer = undefined;
    plan();
  }

  watchForQr((element) => {
    if (element instanceof HTMLCanvasElement || !isShown(element)) {
      if (!polled.has(element) && polled.size < POLLED_MAX) {
        polled.set(
          element,
          element instanceof HTMLCanvasElement ? fingerprintOf(element) : undefined,
        );
      }
    }
    quicken();
    queue.add(element);
    void run();
  }, signal);
  // A code is drawn because the user did something: look closely then, seldom otherwise.
  for (const type of ['click', 'keydown']) {
    window.addEventListener(type, quicken, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}
