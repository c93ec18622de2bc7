import { Throttle, type RunResult } from '../dom/throttle.ts';
import { ownMembers } from '../dom/own-members.ts';
import { shadowOf } from '../dom/tree.ts';
import { hasPicture, isPossible, isRows, isShaped } from './shape.ts';
import { ElementWalk } from './walk.ts';

/** ms of work in one frame. */
const SLICE_MS = 4;
/** The rest after a slice as a multiple of it: 4 % of the page's time at most. */
const REST_FACTOR = 24;

/** Of all elements that could be a picture, and of those of the right size, only the newest are watched. */
const POSSIBLE_MAX = 2000;
const SHAPED_MAX = 300;
const ROOTLESS_MAX = 200;

/** The part of an element that must be in view. */
const IN_VIEW_RATIO = 0.95;

/** Adds `element` as the newest. The oldest beyond `max` are dropped, because a QR shows late, in a dialog. */
function keepNewest(
  set: Set<Element>,
  element: Element,
  max: number,
  drop: (old: Element) => void,
): void {
  set.delete(element);
  set.add(element);
  for (const old of set) {
    if (set.size <= max) return;
    set.delete(old);
    drop(old);
  }
}

/**
 * Tells of every element that could be a QR code (canvas, img, svg, background
 * picture, table or grid of cells; roughly square, 80 to 700 CSS px) when it
 * comes wholly into view, and again when it may have changed, until the signal
 * aborts. Sees into open and closed shadow roots; each frame runs its own. It
 * looks at shapes and never at pixels: a redrawn canvas is for the reader to
 * notice.
 */
export class CandidateFinder {
  readonly #onCandidate: (element: Element) => void;
  readonly #signal: AbortSignal;
  readonly #slices: Throttle;
  readonly #walk = new ElementWalk();
  readonly #roots = new WeakSet<Node>();
  readonly #possible = new Set<Element>();
  /** Those of the possible that have the size of a code. */
  readonly #shaped = new Set<Element>();
  /** Those whose inside is watched for changes. */
  readonly #innerWatched = new WeakSet<Element>();
  readonly #changed = new Set<Element>();
  /** Custom elements without a shadow root: they get one when their script has run. */
  #rootless: Element[] = [];

  readonly #views = new IntersectionObserver((entries) => this.#onViews(entries), {
    threshold: [0, IN_VIEW_RATIO],
  });
  readonly #sizes = new ResizeObserver((entries) => this.#onSizes(entries));
  readonly #inner = new MutationObserver((records) => this.#onInnerChanges(records));
  readonly #additions = new MutationObserver((records) => this.#onAdditions(records));

  constructor(onCandidate: (element: Element) => void, signal: AbortSignal) {
    this.#onCandidate = onCandidate;
    this.#signal = signal;
    this.#slices = new Throttle(() => this.#slice(), signal, {
      restFactor: REST_FACTOR,
      maxRestMs: Infinity,
      runIn: 'frame',
    });
  }

  /** Begins with `first`, wherever it stands in the document. */
  start(first?: Element): void {
    if (this.#signal.aborted) return;
    this.#signal.addEventListener('abort', () => {
      for (const observer of [this.#views, this.#sizes, this.#inner, this.#additions]) {
        observer.disconnect();
      }
      this.#walk.clear();
      this.#rootless = [];
    });
    this.#watchRoot(document);
    if (first) this.#walk.add([first]);
  }

  #onViews(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio } of entries) {
      if (intersectionRatio < IN_VIEW_RATIO || !isShaped(target)) continue;
      if (isRows(target) && this.#shaped.has(ownMembers(target).parentElement)) continue;
      if (!this.#innerWatched.has(target)) {
        this.#innerWatched.add(target);
        this.#inner.observe(target, { attributes: true, childList: true, subtree: true });
      }
      if (hasPicture(target)) this.#onCandidate(target);
    }
  }

  #onSizes(entries: readonly ResizeObserverEntry[]): void {
    // Also called for what was not displayed and now is.
    for (const { target } of entries) {
      if (isShaped(target)) {
        keepNewest(this.#shaped, target, SHAPED_MAX, (old) => this.#views.unobserve(old));
        this.#reportView(target);
      } else if (this.#shaped.delete(target)) {
        this.#views.unobserve(target);
      }
    }
  }

  #onInnerChanges(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      let element: Node | null = target;
      while (element && !(element instanceof Element && this.#innerWatched.has(element))) {
        element = ownMembers(element).parentNode;
      }
      if (element instanceof Element) this.#changed.add(element);
    }
    this.#slices.schedule();
  }

  #onAdditions(records: readonly MutationRecord[]): void {
    const added: Element[] = [];
    for (const { target, addedNodes } of records) {
      if (addedNodes.length === 0) continue;
      if (this.#walk.isFlooded) {
        // What is added in a flood is not even listed: the walk over everything meets it.
        this.#walk.add([]);
        return;
      }
      if (target instanceof Element) this.#watchIfPossible(target);
      for (const node of addedNodes) if (node instanceof Element) added.push(node);
    }
    if (added.length === 0) return;
    this.#walk.add(added);
    this.#slices.schedule();
  }

  /** A fresh observation always reports once, in the frame's clean layout. */
  #reportView(element: Element): void {
    if (!this.#shaped.has(element)) return;
    this.#views.unobserve(element);
    this.#views.observe(element);
  }

  #watchIfPossible(element: Element): void {
    if (this.#possible.has(element) || !isPossible(element)) return;
    keepNewest(this.#possible, element, POSSIBLE_MAX, (old) => {
      this.#sizes.unobserve(old);
      this.#views.unobserve(old);
      this.#shaped.delete(old);
    });
    this.#sizes.observe(element);
  }

  #enterShadow(element: Element): void {
    const root = shadowOf(element);
    if (root) this.#watchRoot(root);
    else if (ownMembers(element).localName.includes('-') && this.#rootless.length < ROOTLESS_MAX) {
      this.#rootless.push(element);
    }
  }

  #watchRoot(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) {
      if (this.#walk.isFlooded) this.#walk.addRoot(root);
      return;
    }
    this.#roots.add(root);
    this.#additions.observe(root, { childList: true, subtree: true });
    const listen = { capture: true, signal: this.#signal };
    ownMembers(root).addEventListener('load', (event) => this.#onLoad(event), listen);
    this.#walk.addRoot(root);
    this.#slices.schedule();
  }

  #onLoad({ target }: Event): void {
    if (target instanceof Element && this.#shaped.has(target)) this.#changed.add(target);
    if (this.#changed.size > 0 || this.#rootless.length > 0) this.#slices.schedule();
  }

  #slice(): RunResult {
    const waiting = this.#rootless;
    this.#rootless = [];
    for (const element of waiting) if (element.isConnected) this.#enterShadow(element);
    for (const element of this.#changed) this.#reportView(element);
    this.#changed.clear();
    const left = this.#walk.visit((element) => {
      this.#watchIfPossible(element);
      this.#enterShadow(element);
    }, SLICE_MS);
    if (left === 'more') this.#slices.schedule();
    return 'changed';
  }
}
