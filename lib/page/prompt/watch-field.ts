import { anchorOf, inputsOf, type CodeField, type FieldContext } from '../field/code-field.ts';
import { explainFields, foundIn, type FieldReport } from '../field/find-field.ts';
import { rootsUnder, shadowOf } from '../dom/tree.ts';
import { Throttle, type RunResult } from '../dom/throttle.ts';

export interface PromptWatch {
  /** A field came into view, or the one of the same prompt was replaced by another. */
  readonly onField: (field: CodeField, beside: 'a square picture' | 'none') => void;
  /** The field left the page and did not come back. */
  readonly onGone: () => void;
  readonly context: () => FieldContext;
}

/** A re-render takes the field away and brings it back within this time. */
const GONE_MS = 400;
/** Dialogs fade and slide in without a mutation we could see: looks after the last stir. */
const SETTLING_MS = [120, 300, 700, 1500, 3000];

/** What can make a field appear, show, or be enabled. */
const ATTRIBUTES = [
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

/** More than so many changes at once are not read one by one: a look is cheaper. */
const MOST_CHANGES = 500;

/** True when `mutation` could bring or show a field. Nodes that came and went again are passed over. */
function isRelevant({ type, target, addedNodes }: MutationRecord): boolean {
  if (!target.isConnected) return false;
  if (type === 'attributes') return target instanceof Element && holdsField(target);
  for (const node of addedNodes) if (node.isConnected && mayHoldField(node)) return true;
  return false;
}

function holdsField(element: Element): boolean {
  return element.matches('input') || element.querySelector('input') !== null;
}

/** A field, or an element with a shadow root, which may hold one. */
function mayHoldField(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  if (node.matches('input') || shadowOf(node) !== undefined) return true;
  // Most of what a page throws in is single words.
  if (!node.firstElementChild) return false;
  return node.querySelector('input') !== null || rootsUnder(node).length > 1;
}

/** True when both are the same boxes. */
function isSame(one: CodeField, two: CodeField): boolean {
  const [left, right] = [inputsOf(one), inputsOf(two)];
  return left.length === right.length && left.every((input, at) => input === right[at]);
}

/**
 * Tells of 2FA prompts coming into view under `document` until `signal`
 * aborts: late dialogs, re-renders, single-page navigation, shadow roots.
 * Does nothing while the page is idle.
 */
export function watchPrompt(
  watch: PromptWatch,
  signal: AbortSignal,
): { look(): void; renew(): void } {
  let current: CodeField | undefined;
  let goneTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let settling = 0;
  /** Changes nobody has read yet, and whether the next turn looks without reading them. */
  let changes: MutationRecord[] = [];
  let next: 'read' | 'look' = 'look';
  /** All that looked like a field at the last look. */
  let known: readonly HTMLInputElement[] = [];
  const observed = new WeakSet<Node>();
  const throttle = new Throttle(turn, signal);
  const observer = new MutationObserver((mutations) => {
    changes = changes.length > MOST_CHANGES ? changes : changes.concat(mutations);
    throttle.schedule();
  });

  function observe(): void {
    for (const root of rootsUnder(document)) {
      if (observed.has(root)) continue;
      observed.add(root);
      const what = {
        childList: true,
        subtree: true,
        attributes: true,
        attributeFilter: ATTRIBUTES,
      };
      observer.observe(root, what);
    }
  }

  /** Not the page, the user did something: what comes of it is looked for at once. */
  function stir(): void {
    settling = 0;
    throttle.reset();
    lookSoon();
  }

  function lookSoon(): void {
    next = 'look';
    throttle.schedule();
  }

  function turn(): RunResult {
    const isStirred =
      changes.length > MOST_CHANGES ||
      known.some((input) => !input.isConnected) ||
      changes.some(isRelevant);
    changes = [];
    if (isStirred) settling = 0;
    return isStirred || next === 'look' ? look() : 'unchanged';
  }

  function look(): RunResult {
    if (signal.aborted || document.visibilityState !== 'visible') return 'unchanged';
    next = 'read';
    observe();
    const reports = explainFields(document, watch.context());
    const before = known;
    known = reports.flatMap(({ inputs }) => inputs);
    const isNew = known.length !== before.length || known.some((input, at) => input !== before[at]);
    const chosen = foundIn(reports);
    const found = chosen?.field;
    const settleMs = SETTLING_MS[settling++];
    // While fields are hidden or covered, a fade or a slide may still be under way.
    clearTimeout(settleTimer);
    if (settleMs !== undefined && reports.some(isHidden))
      settleTimer = setTimeout(lookSoon, settleMs);
    if (found && !(current && isSame(found, current))) {
      clearTimeout(goneTimer);
      goneTimer = undefined;
      current = found;
      const isBeside = chosen?.signals.includes('square image');
      watch.onField(found, isBeside ? 'a square picture' : 'none');
    } else if (found) {
      clearTimeout(goneTimer);
      goneTimer = undefined;
    } else if (current && !isStanding(current)) {
      goneTimer ??= setTimeout(gone, GONE_MS);
    }
    return isNew ? 'changed' : 'unchanged';
  }

  function gone(): void {
    goneTimer = undefined;
    current = undefined;
    if (!signal.aborted) watch.onGone();
  }

  observe();
  const listen = { capture: true, passive: true, signal };
  for (const name of ['transitionend', 'animationend', 'load'])
    document.addEventListener(name, lookSoon, listen);
  for (const name of ['click', 'focusin', 'visibilitychange'])
    document.addEventListener(name, stir, listen);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(goneTimer);
    clearTimeout(settleTimer);
  });
  stir();
  return {
    /** Something beside the page changed: the context, say. */
    look: lookSoon,
    /** Takes what stands on the page for new: it came back from the back/forward cache. */
    renew() {
      current = undefined;
      stir();
    },
  };
}

function isHidden(report: FieldReport): boolean {
  return /^(hidden|inert|zero-size|off-screen|clipped|covered|read-only)$/.test(
    report.against ?? '',
  );
}

/** Still on the page: a filled field may score less, but it has not gone. */
function isStanding(field: CodeField): boolean {
  return anchorOf(field)?.checkVisibility() === true;
}
