import { ownMembers } from '../dom/own-members.ts';
import { ARMING_MS } from '../../limits.ts';

/** ms without a pointer over the rest of the page: one that then appears on the element came from nowhere. */
const SUDDEN_MS = 500;

/** ms between two looks at the focus: a page can keep its events from us by listeners that came first. */
const FOCUS_CHECK_MS = 100;

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
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    window.addEventListener('pointermove', (event) => this.#onMove(event, host), early);
    window.addEventListener('pointerout', (event) => this.#onOut(event), early);
    const checks = setInterval(() => this.#checkFocus(), FOCUS_CHECK_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      clearInterval(checks);
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
    const page = ownMembers(document);
    if (page.visibilityState !== 'visible') return false;
    if (!page.hasFocus() && this.#pointer !== 'over') return false;
    return atMs - this.#sinceMs >= ARMING_MS;
  }

  /** After a gap in which a window may have come and gone unseen the dwell begins anew, too. */
  #checkFocus(): void {
    const nowMs = performance.now();
    const focus = ownMembers(document).hasFocus() ? 'here' : 'elsewhere';
    const isLate = nowMs - this.#lastCheckMs > ARMING_MS;
    this.#lastCheckMs = nowMs;
    if (focus === this.#focus && !isLate) return;
    this.#focus = focus;
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
