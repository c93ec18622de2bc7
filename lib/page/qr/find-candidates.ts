import { shadowOf } from '../dom/tree.ts';
import { hasPicture, isPossible, isRows, isShaped } from './shape.ts';

/** Work per frame, ms, and the rest after it as a multiple of the work: 4 % of the time at most. */
const SLICE_MS = 4;
const REST = 24;

/** Of all elements that could be a picture, and of those of the right size: the newest ones are watched. */
const WATCHED_MAX = 2000;
const SHAPED_MAX = 300;

/** More waiting than this is a flood: the page is walked as a whole until it has calmed down. */
const WALKS_MAX = 2000;

/** Adds `element` as the newest; the oldest beyond `max` are dropped: a code shows late, in a dialog. */
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
 * Calls `onCandidate` for every element that could be a QR code (canvas, img,
 * svg, background picture, table or grid of cells; roughly square, 80 to 700
 * CSS px) when it comes wholly into view, and again when it may have changed,
 * until `signal` aborts. Sees into open and closed shadow roots; each frame
 * runs its own. Looks at shapes, never at pixels: a redrawn canvas is for
 * the reader to notice.
 */
export function watchForQr(onCandidate: (element: Element) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const roots = new WeakSet<Node>();
  const watched = new Set<Element>();
  /** Those of `watched` that have the size of a code. */
  const shaped = new Set<Element>();
  const innerWatched = new WeakSet<Element>();
  /** Custom elements that had no shadow root yet: they get one when their script has run. */
  let rootless: Element[] = [];
  let walks: Element[] = [];
  let walk: TreeWalker | undefined;
  let walked = new WeakSet<Element>();
  /** A page that adds faster than it is looked at: what it adds is not even listed then. */
  let flood: 'none' | 'walking' | 'rising' = 'none';
  const changed = new Set<Element>();
  let scheduled = false;
  let restUntilMs = 0;

  const views = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio } of entries) {
        if (intersectionRatio < 0.95 || !isShaped(target)) continue;
        if (isRows(target) && shaped.has(target.parentElement)) continue;
        if (!innerWatched.has(target)) {
          innerWatched.add(target);
          inner.observe(target, { attributes: true, childList: true, subtree: true });
        }
        if (hasPicture(target)) onCandidate(target);
      }
    },
    { threshold: [0, 0.95] },
  );
  const sizes = new ResizeObserver((entries) => {
    // Also called for what was not displayed and now is.
    for (const { target } of entries) {
      if (isShaped(target)) {
        keepNewest(shaped, target, SHAPED_MAX, (old) => views.unobserve(old));
        lookAgain(target);
      } else if (shaped.delete(target)) {
        views.unobserve(target);
      }
    }
  });
  const inner = new MutationObserver((records) => {
    for (const { target } of records) {
      let element: Node | null = target;
      while (element && !(element instanceof Element && innerWatched.has(element))) {
        element = element.parentNode;
      }
      if (element instanceof Element) changed.add(element);
    }
    schedule();
  });
  const additions = new MutationObserver((records) => {
    if (flood !== 'none') {
      flood = 'rising';
      return;
    }
    for (const { target, addedNodes } of records) {
      if (addedNodes.length === 0) continue;
      if (target instanceof Element) look(target);
      for (const node of addedNodes) if (node instanceof Element) walks.push(node);
    }
    if (walks.length > WALKS_MAX) walkAll();
    if (walks.length > 0) schedule();
  });

  function walkAll(): void {
    flood = 'walking';
    walks = [...document.children];
    walk = undefined;
    walked = new WeakSet();
  }
  function lookAgain(element: Element): void {
    // A fresh observation always reports once, in the frame's clean layout.
    if (!shaped.has(element)) return;
    views.unobserve(element);
    views.observe(element);
  }
  function look(element: Element): void {
    if (watched.has(element)) return;
    if (!isPossible(element)) return;
    keepNewest(watched, element, WATCHED_MAX, (old) => {
      sizes.unobserve(old);
      views.unobserve(old);
      shaped.delete(old);
    });
    sizes.observe(element);
  }
  function enter(element: Element): void {
    const root = shadowOf(element);
    if (root) watchRoot(root);
    else if (element.localName.includes('-') && rootless.length < 200) rootless.push(element);
  }
  function watchRoot(root: Document | ShadowRoot): void {
    if (roots.has(root)) {
      if (flood !== 'none') walks.push(...root.children);
      return;
    }
    roots.add(root);
    additions.observe(root, { childList: true, subtree: true });
    root.addEventListener('load', onLoad, { capture: true, signal });
    walks.push(...root.children);
    schedule();
  }
  function onLoad(event: Event): void {
    if (event.target instanceof Element && shaped.has(event.target)) changed.add(event.target);
    if (changed.size > 0 || rootless.length > 0) schedule();
  }
  function nextElement(): Element | undefined {
    for (;;) {
      const node = walk?.nextNode();
      if (node instanceof Element) return node;
      walk = undefined;
      const start = walks.pop();
      if (!start) return undefined;
      if (walked.has(start) || !start.isConnected) continue;
      walk = document.createTreeWalker(start, NodeFilter.SHOW_ELEMENT);
      return start;
    }
  }
  function slice(): void {
    scheduled = false;
    if (signal.aborted) return;
    const startMs = performance.now();
    const waiting = rootless;
    rootless = [];
    for (const element of waiting) if (element.isConnected) enter(element);
    for (const element of changed) lookAgain(element);
    changed.clear();
    let element: Element | undefined;
    let count = 0;
    while ((element = nextElement())) {
      walked.add(element);
      look(element);
      enter(element);
      count += 1;
      if (count % 64 === 0 && performance.now() - startMs > SLICE_MS) break;
    }
    const endMs = performance.now();
    restUntilMs = endMs + (endMs - startMs) * REST;
    if (!element) {
      walked = new WeakSet();
      if (flood === 'rising') walkAll();
      else flood = 'none';
    }
    if (element || flood !== 'none') schedule();
  }
  function schedule(): void {
    if (scheduled || signal.aborted) return;
    scheduled = true;
    // In a frame callback the layout that the observers need is due anyway, and hidden tabs cost nothing.
    const restMs = restUntilMs - performance.now();
    if (restMs < 8) requestAnimationFrame(slice);
    else setTimeout(() => requestAnimationFrame(slice), restMs);
  }

  signal.addEventListener('abort', () => {
    for (const observer of [views, sizes, inner, additions]) observer.disconnect();
    walks = [];
    rootless = [];
  });
  watchRoot(document);
}
