import { ownMembers } from '../dom/own-members.ts';
import { ARMING_MS } from '../../limits.ts';

/**
 * ms without a pointer over the rest of the page: one that then appears on the
 * element came from nowhere. It is too short to choose from a list in, and to
 * notice that the list is gone.
 */
const SUDDEN_MS = 300;

/**
 * ms between two looks at the focus: a page can keep its events from us by
 * listeners that came first. A page can open a window for 5 s after the user's
 * last input (Chromium's transient activation); later the looks are seldom, so
 * that a card that stands there costs next to nothing.
 */
const FOCUS_CHECK_MS = { awake: 100, resting: 1_000 };
const AWAKE_MS = 6_000;
/** What the user does. What the page dispatches itself does not count. */
const INPUTS = ['pointermove', 'pointerdown', 'keydown'] as const;

/**
 * Tells whether the user can have read what `element` shows: it has stood there
 * unchanged for a while, in a document that had the focus all that time. A page
 * can choose the moment at which something comes under a pointer, and it can
 * close a window of its own that lay over it, in the middle of a double click.
 *
 * A document without the focus (the user is in the address bar, or in the frame
 * around) counts while the pointer rests on the element: no pointer gets
 * through a window that lies over it. A pointer that appears on the element
 * without having crossed the page was over such a window, or over the list of a
 * select, until now.
 */
export class Dwell {
  readonly #onChange: () => void;
  readonly #signal: AbortSignal;
  /** Infinity until something was shown. */
  #sinceMs = Infinity;
  #pointer: 'over' | 'elsewhere' = 'elsewhere';
  #lastElsewhereMs = -Infinity;
  #focus: 'here' | 'elsewhere' = ownMembers(document).hasFocus() ? 'here' : 'elsewhere';
  #lastCheckMs = performance.now();
  #lastInputMs = performance.now();
  #checkEveryMs = FOCUS_CHECK_MS.awake;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: Element, onChange: () => void, signal: AbortSignal) {
    this.#onChange = onChange;
    this.#signal = signal;
    const listen = { signal };
    for (const type of ['focus', 'blur', 'pageshow']) {
      window.addEventListener(type, () => this.restart(), listen);
    }
    ownMembers(document).addEventListener('visibilitychange', () => this.restart(), listen);
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : element;
    const early = { capture: true, passive: true, signal };
    for (const type of INPUTS) window.addEventListener(type, (event) => this.#wake(event), early);
    window.addEventListener('pointermove', (event) => this.#onMove(event, host), early);
    window.addEventListener('pointerout', (event) => this.#onOut(event), early);
    this.#planCheck();
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      clearTimeout(this.#checkTimer);
    });
  }

  /** The element shows something else, or the user cannot have looked at it until now. */
  restart(): void {
    this.#sinceMs = performance.now();
    clearTimeout(this.#timer);
    if (this.#signal.aborted) return;
    this.#timer = setTimeout(this.#onChange, ARMING_MS + 1);
    this.#onChange();
  }

  /**
   * Whether an act at `atMs` comes after the dwell. An event's own timeStamp is
   * the time of the input: a page that holds up its handlers gains nothing.
   */
  isOver(atMs = performance.now()): boolean {
    // A page that keeps the focus events from us, and its thread busy until the press, holds up our looks as well.
    this.#checkFocus();
    const page = ownMembers(document);
    if (page.visibilityState !== 'visible') return false;
    if (!page.hasFocus() && this.#pointer !== 'over') return false;
    return atMs - this.#sinceMs >= ARMING_MS;
  }

  /**
   * Whether a press of the element counts. A mouse that was not seen to come was
   * at rest while the element came under it, or the page keeps its moves from us.
   */
  isPressInTime(press: Event): boolean {
    const isMouse = press instanceof PointerEvent && press.pointerType === 'mouse';
    // A key's click has a detail of 0.
    if (isMouse && press.detail > 0 && this.#pointer !== 'over') {
      this.#pointer = 'over';
      this.restart();
      return false;
    }
    return this.isOver(press.timeStamp);
  }

  #planCheck(): void {
    const isAwake = performance.now() - this.#lastInputMs < AWAKE_MS;
    this.#checkEveryMs = isAwake ? FOCUS_CHECK_MS.awake : FOCUS_CHECK_MS.resting;
    this.#checkTimer = setTimeout(() => {
      this.#checkFocus();
      this.#planCheck();
    }, this.#checkEveryMs);
  }

  #wake(event: Event): void {
    if (!event.isTrusted) return;
    this.#lastInputMs = performance.now();
    if (this.#checkEveryMs === FOCUS_CHECK_MS.awake) return;
    clearTimeout(this.#checkTimer);
    this.#checkFocus();
    this.#planCheck();
  }

  /** After a gap in which a window may have come and gone unseen the dwell begins anew, too. */
  #checkFocus(): void {
    const nowMs = performance.now();
    const focus = ownMembers(document).hasFocus() ? 'here' : 'elsewhere';
    const isLate = nowMs - this.#lastCheckMs > this.#checkEveryMs + ARMING_MS;
    this.#lastCheckMs = nowMs;
    if (focus === this.#focus && !isLate) return;
    this.#focus = focus;
    // That the pointer has left for a window over ours is an event, too, which the page can keep from us.
    if (focus === 'elsewhere') this.#pointer = 'elsewhere';
    this.restart();
  }

  #onMove(event: PointerEvent, host: EventTarget): void {
    if (!event.isTrusted) return;
    if (event.target !== host) {
      this.#pointer = 'elsewhere';
      this.#lastElsewhereMs = event.timeStamp;
      return;
    }
    if (this.#pointer === 'over') return;
    this.#pointer = 'over';
    const isSudden = event.timeStamp - this.#lastElsewhereMs > SUDDEN_MS;
    if (isSudden || !ownMembers(document).hasFocus()) this.restart();
  }

  /** Left for another window, and not for what came to lie under it in this one. */
  #onOut(event: PointerEvent): void {
    if (event.isTrusted && event.relatedTarget === null) this.#pointer = 'elsewhere';
  }
}
