/** Of the time of a page that stirs without end, our looks at it take one part in so many. */
const PARTS = 16;
/** Not more than one look a frame, however quick it is. */
const LEAST_REST_MS = 16;
/** Each look in vain makes the next rest so much longer, while the page does not stop stirring. */
const GROWTH = 1.5;
/** The longest rest that looks in vain lead to. */
const IDLE_REST_MS = 250;
/** The longest anybody waits for us, even on a page where a look is dear. */
const MOST_REST_MS = 500;

/** news: the page showed something new. nothing: the look was in vain. */
export type Found = 'news' | 'nothing';

export interface Pace {
  /** Runs the work, at once where it has rested. */
  readonly soon: () => void;
  /** What was in vain before may not be so any more: the user did something. */
  readonly wake: () => void;
}

/**
 * Runs `work` at once on a quiet page. On one that stirs all the time it runs
 * as seldom as it is dear, and more seldom the longer nothing comes of it.
 * Until `signal` aborts.
 */
export function paced(work: () => Found, signal: AbortSignal): Pace {
  let state: 'idle' | 'due' | 'running' | 'running, then due' = 'idle';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restedMs = -Infinity;
  let vainRestMs = 0;

  function run(): void {
    state = 'running';
    const startMs = performance.now();
    // A page that was quiet for a while begins anew.
    if (startMs - restedMs > IDLE_REST_MS) vainRestMs = 0;
    let found: Found = 'news';
    try {
      found = work();
    } finally {
      const endMs = performance.now();
      vainRestMs =
        found === 'news' ? 0 : Math.min(Math.max(vainRestMs * GROWTH, LEAST_REST_MS), IDLE_REST_MS);
      const dearMs = Math.min((PARTS - 1) * (endMs - startMs), MOST_REST_MS);
      restedMs = endMs + Math.max(dearMs, vainRestMs, LEAST_REST_MS);
      if (isAskedAgain()) plan();
      else state = 'idle';
    }
  }

  function isAskedAgain(): boolean {
    return state === 'running, then due';
  }

  function plan(): void {
    state = 'due';
    if (!signal.aborted) timer = setTimeout(run, Math.max(0, restedMs - performance.now()));
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    soon() {
      if (state === 'idle') plan();
      else if (state === 'running') state = 'running, then due';
    },
    wake() {
      if (vainRestMs <= LEAST_REST_MS) return;
      vainRestMs = 0;
      restedMs = performance.now();
      clearTimeout(timer);
      if (state === 'due') plan();
    },
  };
}
