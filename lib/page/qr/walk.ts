import { ownMembers } from '../dom/own-members.ts';

/** More waiting than this is a flood: the document is walked as a whole until it has calmed down. */
const WAITING_MAX = 2_000;

/** Elements are counted in steps of so many between two looks at the clock. */
const CLOCK_EVERY = 64;

/**
 * The elements of a document that are still to be looked at, newest first, each
 * at most once a walk: what is added interrupts the walk over what was there, as
 * a dialog with a code does where a long list is still being walked. A page that
 * adds faster than it is looked at is no longer followed addition by addition:
 * one walk over everything repeats until nothing was added during it.
 */
export class ElementWalk {
  #waiting: (Element | TreeWalker)[] = [];
  #walker: TreeWalker | undefined;
  #visited = new WeakSet<Element>();
  #flood: 'none' | 'walking' | 'rising' = 'none';

  get isFlooded(): boolean {
    return this.#flood !== 'none';
  }

  /** Adds subtrees. In a flood it only notes that the page has not calmed down. */
  add(elements: Iterable<Element>): void {
    if (this.#flood !== 'none') {
      this.#flood = 'rising';
      return;
    }
    this.#interrupt();
    this.#waiting.push(...elements);
    if (this.#waiting.length > WAITING_MAX) this.#walkAll();
  }

  /** Adds the children of a root that was just met, which a walk over the document does not reach. */
  addRoot(root: Document | ShadowRoot): void {
    this.#interrupt();
    this.#waiting.push(...ownMembers(root).children);
  }

  /** Visits elements for at most `sliceMs`; 'more' when some are left. */
  visit(visitor: (element: Element) => void, sliceMs: number): 'done' | 'more' {
    const startMs = performance.now();
    for (let count = 1; ; count += 1) {
      const element = this.#next();
      if (!element) break;
      this.#visited.add(element);
      visitor(element);
      if (count % CLOCK_EVERY === 0 && performance.now() - startMs > sliceMs) return 'more';
    }
    this.#visited = new WeakSet();
    if (this.#flood === 'rising') {
      this.#walkAll();
      return 'more';
    }
    this.#flood = 'none';
    return 'done';
  }

  clear(): void {
    this.#waiting = [];
    this.#walker = undefined;
  }

  /** The walk that is under way goes on after what is added now. */
  #interrupt(): void {
    if (this.#walker) this.#waiting.push(this.#walker);
    this.#walker = undefined;
  }

  #walkAll(): void {
    this.#flood = 'walking';
    this.#waiting = [...ownMembers(document).children];
    this.#walker = undefined;
    this.#visited = new WeakSet();
  }

  #next(): Element | undefined {
    for (;;) {
      const node = this.#walker?.nextNode();
      if (node instanceof Element) return node;
      this.#walker = undefined;
      const start = this.#waiting.pop();
      if (!start) return undefined;
      if (start instanceof TreeWalker) {
        this.#walker = start;
        continue;
      }
      if (this.#visited.has(start) || !ownMembers(start).isConnected) continue;
      this.#walker = ownMembers(document).createTreeWalker(start, NodeFilter.SHOW_ELEMENT);
      return start;
    }
  }
}
