import { anchorOf, inputsOf, type CodeField, type FieldContext } from './code-field.ts';
import { explainFields, fieldOf, type FieldReport } from './find-field.ts';
import { rootsUnder, shadowOf } from './field-view.ts';

export interface PromptWatch {
  /** A field came into view, or the one of the same prompt was replaced by another. */
  readonly onField: (field: CodeField, beside: 'a square picture' | 'none') => void;
  /** The field left the page and did not come back. */
  readonly onGone: () => void;
  readonly context: () => FieldContext;
}

/** Looks at most this often, however much the page stirs. */
const REST_MS = 80;
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

/** True when `mutation` could bring, show or take a field. Must be cheap: pages stir all the time. */
function isRelevant(mutation: MutationRecord): boolean {
  const { target } = mutation;
  if (mutation.type === 'attributes')
    return (
      target instanceof Element &&
      (target.matches('input') || target.querySelector('input') !== null)
    );
  for (const node of mutation.addedNodes) if (holdsField(node)) return true;
  for (const node of mutation.removedNodes) if (holdsField(node)) return true;
  return false;
}

/** A field, or an element with a shadow root, which may hold one. */
function holdsField(node: Node): boolean {
  return (
    node instanceof Element &&
    (node.matches('input') ||
      rootsUnder(node).length > 1 ||
      shadowOf(node) !== undefined ||
      node.querySelector('input') !== null)
  );
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
export function watchPrompt(watch: PromptWatch, signal: AbortSignal): { renew(): void } {
  let current: CodeField | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let goneTimer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = -REST_MS;
  let settling = 0;
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver((mutations) => {
    if (mutations.some(isRelevant)) stir();
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

  function stir(): void {
    settling = 0;
    schedule(Math.max(0, lastMs + REST_MS - performance.now()));
  }

  function schedule(afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, afterMs);
  }

  function look(): void {
    if (signal.aborted || document.visibilityState !== 'visible') return;
    observe();
    const reports = explainFields(document, watch.context());
    lastMs = performance.now();
    const chosen = reports.find((report) => report.verdict === 'chosen');
    const found = fieldOf(chosen);
    const next = SETTLING_MS[settling++];
    // While fields are hidden or covered, a fade or a slide may still be under way.
    if (next !== undefined && reports.some(isHidden)) schedule(next);
    if (found && !(current && isSame(found, current))) {
      clearTimeout(goneTimer);
      goneTimer = undefined;
      current = found;
      const isBeside = chosen?.reasons.includes('square image') === true;
      watch.onField(found, isBeside ? 'a square picture' : 'none');
    } else if (found) {
      clearTimeout(goneTimer);
      goneTimer = undefined;
    } else if (current && !isStanding(current)) {
      goneTimer ??= setTimeout(gone, GONE_MS);
    }
  }

  function gone(): void {
    goneTimer = undefined;
    current = undefined;
    if (!signal.aborted) watch.onGone();
  }

  observe();
  const listen = { capture: true, passive: true, signal };
  for (const name of ['transitionend', 'animationend', 'click', 'focusin', 'load'])
    document.addEventListener(name, () => schedule(0), listen);
  document.addEventListener('visibilitychange', stir, listen);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(goneTimer);
  });
  stir();
  return {
    /** Takes what stands on the page for new: it came back from the back/forward cache. */
    renew() {
      current = undefined;
      stir();
    },
  };
}

function isHidden(report: FieldReport): boolean {
  return /^(hidden|inert|zero-size|off-screen|clipped|covered|read-only)$/.test(
    report.reasons[0] ?? '',
  );
}

/** Still on the page: a filled field may score less, but it has not gone. */
function isStanding(field: CodeField): boolean {
  return anchorOf(field)?.checkVisibility() === true;
}
