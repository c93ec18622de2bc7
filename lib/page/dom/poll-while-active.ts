/** So long after its last stir, ms, a page counts as quiet. */
const STIRRED_MS = 5_000;
/** For what changes without a sign: a style sheet that is replaced, say. */
const QUIET_MS = 5_000;
/** What the user does may show its effect without a change of the document. */
const ACTS = ['click', 'keydown', 'transitionend'] as const;

export interface Beat {
  /** ms, while the page stirs. */
  readonly everyMs: number;
  /** Elements whose shadow roots are watched, too. */
  readonly near: () => readonly Element[];
}

function rootsOf(elements: readonly Element[]): ReadonlySet<Node> {
  const roots = new Set<Node>([document]);
  for (const element of elements) {
    let root = element.getRootNode();
    while (root instanceof ShadowRoot) {
      roots.add(root);
      root = root.host.getRootNode();
    }
  }
  return roots;
}

/**
 * Calls `work` every so many ms while anything changes in the document, and
 * seldom while nothing does; half a beat after a change that ends a rest.
 * Until `signal` aborts.
 */
export function beatWhileStirred(
  work: () => void,
  { everyMs, near }: Beat,
  signal: AbortSignal,
): void {
  let stirredMs = performance.now();
  let state: 'stirred' | 'quiet' = 'stirred';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changes = new MutationObserver(stir);

  function stir(): void {
    stirredMs = performance.now();
    if (state === 'stirred') return;
    state = 'stirred';
    changes.disconnect();
    clearTimeout(timer);
    plan(everyMs / 2);
  }

  function plan(delayMs: number): void {
    if (!signal.aborted) timer = setTimeout(run, delayMs);
  }

  function run(): void {
    if (performance.now() - stirredMs > STIRRED_MS) {
      state = 'quiet';
      // Before the work: what changes in the midst of it is news. Again and again: roots may be new.
      changes.disconnect();
      const all = { childList: true, subtree: true, attributes: true, characterData: true };
      for (const root of rootsOf(near())) changes.observe(root, all);
    }
    work();
    plan(state === 'stirred' ? everyMs : QUIET_MS);
  }

  for (const name of ACTS)
    document.addEventListener(name, stir, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    clearTimeout(timer);
  });
  plan(everyMs);
}
