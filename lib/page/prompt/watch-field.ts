import { isOurs } from '../dom/leftovers.ts';
import { ownMembers } from '../dom/own-members.ts';
import { anchorOf, inputsOf, type CodeField, type FieldContext } from '../field/code-field.ts';
import { judgeFields, foundIn, type JudgedField, type FoundField } from '../field/find-field.ts';
import { rootsUnder, shadowOf } from '../dom/tree.ts';
import { Throttle, type RunResult } from '../dom/throttle.ts';

export interface FieldListener {
  /** A field came into view, or the one of the same prompt was replaced by another. */
  readonly onField: (found: FoundField) => void;
  /** The field left the page and did not come back. */
  readonly onGone: () => void;
  readonly context: () => FieldContext;
}

/** A re-render takes the field away and brings it back within this time, ms. */
const GONE_MS = 400;
/** Dialogs fade and slide in without a mutation: searches so long, ms, after the last change or input. */
const SETTLING_MS = [120, 300, 700, 1500, 3000];

/** What can make a field appear, show, or be enabled. */
const FIELD_ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'disabled',
  'readonly',
  'open',
  'inert',
  'type',
  'aria-hidden',
];

/** What may be a field for a code. */
const FIELD = 'input,textarea,[contenteditable]';

/** More changes at once than these are not read one by one, because a search is cheaper. */
const MOST_CHANGES = 500;

/** True when `mutation` could bring or show a field. Nodes that came and went again are passed over. */
function isRelevant({ type, target, addedNodes }: MutationRecord): boolean {
  if (!target.isConnected) return false;
  if (type === 'attributes') return target instanceof Element && holdsField(target);
  // A search because of our own card would delay its first frame.
  for (const node of addedNodes)
    if (node.isConnected && !isOurs(node) && mayHoldField(node)) return true;
  return false;
}

function holdsField(element: Element): boolean {
  return ownMembers(element).matches(FIELD) || ownMembers(element).querySelector(FIELD) !== null;
}

/** A field, or an element with a shadow root, which may hold one. */
function mayHoldField(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  if (ownMembers(node).matches(FIELD) || shadowOf(node) !== undefined) return true;
  // Most of what pages insert are text-only elements, which need no query.
  if (!ownMembers(node).firstElementChild) return false;
  return ownMembers(node).querySelector(FIELD) !== null || rootsUnder(node).length > 1;
}

/** True when both are the same boxes. */
function isSame(one: CodeField, two: CodeField): boolean {
  const [left, right] = [inputsOf(one), inputsOf(two)];
  return left.length === right.length && left.every((input, at) => input === right[at]);
}

const OBSERVED = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: FIELD_ATTRIBUTES,
};

/**
 * Watches for 2FA prompts that come into view in this document until `signal`
 * aborts: late dialogs, re-renders, single-page navigation, shadow roots. Does
 * nothing while the page is idle.
 */
export class FieldWatcher {
  readonly #listener: FieldListener;
  readonly #signal: AbortSignal;
  readonly #throttle: Throttle;
  readonly #observer: MutationObserver;
  readonly #observed = new WeakSet<Node>();
  #current: CodeField | undefined;
  #goneTimer: ReturnType<typeof setTimeout> | undefined;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #settling = 0;
  #unreadChanges: MutationRecord[] = [];
  /** Whether the next run searches without reading the changes. */
  #next: 'read' | 'search' = 'search';
  /** All that looked like a field in the last search. */
  #known: readonly HTMLElement[] = [];

  constructor(listener: FieldListener, signal: AbortSignal) {
    this.#listener = listener;
    this.#signal = signal;
    this.#throttle = new Throttle(() => this.#run(), signal);
    this.#observer = new MutationObserver((changes) => {
      if (this.#unreadChanges.length <= MOST_CHANGES)
        this.#unreadChanges = this.#unreadChanges.concat(changes);
      this.#throttle.schedule();
    });
  }

  start(): this {
    this.#observe();
    const listen = { capture: true, passive: true, signal: this.#signal };
    for (const name of ['transitionend', 'animationend', 'load'])
      ownMembers(document).addEventListener(name, () => this.search(), listen);
    for (const name of ['click', 'focusin', 'visibilitychange'])
      ownMembers(document).addEventListener(name, () => this.#onInput(), listen);
    this.#signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#goneTimer);
      clearTimeout(this.#settleTimer);
    });
    this.#onInput();
    return this;
  }

  /** Something beside the page changed: the context, say. */
  search(): void {
    this.#next = 'search';
    this.#throttle.schedule();
  }

  /** Takes the field in view for a new one: the page came back from the back/forward cache. */
  renew(): void {
    this.#current = undefined;
    this.#onInput();
  }

  /** What the user does may bring a field at once, however often the page changed in vain. */
  #onInput(): void {
    this.#settling = 0;
    this.#throttle.reset();
    this.search();
  }

  #observe(): void {
    for (const root of rootsUnder(document)) {
      if (this.#observed.has(root)) continue;
      this.#observed.add(root);
      this.#observer.observe(root, OBSERVED);
    }
  }

  #run(): RunResult {
    const isRelevantChange =
      this.#unreadChanges.length > MOST_CHANGES ||
      this.#known.some((input) => !input.isConnected) ||
      this.#unreadChanges.some(isRelevant);
    this.#unreadChanges = [];
    if (isRelevantChange) this.#settling = 0;
    return isRelevantChange || this.#next === 'search' ? this.#search() : 'unchanged';
  }

  #search(): RunResult {
    if (this.#signal.aborted || ownMembers(document).visibilityState !== 'visible')
      return 'unchanged';
    this.#next = 'read';
    this.#observe();
    const fields = judgeFields(document, this.#listener.context());
    const before = this.#known;
    this.#known = fields.flatMap(({ inputs }) => inputs);
    const settleMs = SETTLING_MS[this.#settling++];
    // While fields are hidden or covered, a fade or a slide may still be under way.
    clearTimeout(this.#settleTimer);
    if (settleMs !== undefined && fields.some(isHidden))
      this.#settleTimer = setTimeout(() => this.search(), settleMs);
    this.#tell(foundIn(fields));
    const isSameList =
      this.#known.length === before.length &&
      this.#known.every((input, index) => input === before[index]);
    return isSameList ? 'unchanged' : 'changed';
  }

  #tell(found: FoundField | undefined): void {
    if (found) {
      clearTimeout(this.#goneTimer);
      this.#goneTimer = undefined;
      if (this.#current && isSame(found.field, this.#current)) return;
      this.#current = found.field;
      this.#listener.onField(found);
    } else if (this.#current && !isShown(this.#current)) {
      this.#goneTimer ??= setTimeout(() => this.#tellGone(), GONE_MS);
    }
  }

  #tellGone(): void {
    this.#goneTimer = undefined;
    this.#current = undefined;
    if (!this.#signal.aborted) this.#listener.onGone();
  }
}

function isHidden(field: JudgedField): boolean {
  return /^(hidden|inert|zero-size|off-screen|clipped|covered|read-only)$/.test(
    field.against ?? '',
  );
}

/** A filled field may be found no more, but as long as it shows it has not gone. */
function isShown(field: CodeField): boolean {
  return anchorOf(field)?.checkVisibility() === true;
}
