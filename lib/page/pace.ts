/** Of the time of a page that stirs without end, our looks at it take one part in so many. */
const PARTS = 16;
/** Not more than one look a frame, however quick it is. */
const LEAST_REST_MS = 16;
/** The longest anybody waits for us, even on a page where a look is dear. */
const MOST_REST_MS = 500;

/**
 * Gives a function that runs `work` soon: at once where it has rested from its
 * last run, and on a page that stirs all the time as seldom as it is dear.
 * Until `signal` aborts.
 */
export function paced(work: () => void, signal: AbortSignal): () => void {
  let state: 'idle' | 'due' | 'running' | 'running, then due' = 'idle';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restedMs = -Infinity;

  function run(): void {
    state = 'running';
    const startMs = performance.now();
    try {
      work();
    } finally {
      const endMs = performance.now();
      const restMs = (PARTS - 1) * (endMs - startMs);
      restedMs = endMs + Math.min(Math.max(restMs, LEAST_REST_MS), MOST_REST_MS);
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
  return () => {
    if (state === 'idle') plan();
    else if (state === 'running') state = 'running, then due';
  };
}
