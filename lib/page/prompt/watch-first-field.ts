/** The first field that could ask for a code: until then a page needs nothing more of us. */
import { rootsUnder } from '../dom/tree.ts';
import { Throttle, type RunResult } from '../dom/throttle.ts';

/** Text fields of any kind that takes digits. Log-in forms have one, so the rest is there before the prompt. */
const POSSIBLE =
  'input:not([type]),input[type="text" i],input[type="tel" i],input[type="number" i],input[type="password" i]';

/** Calls `onNear` once, when a possible field first shows. Until `signal` aborts. */
export function watchNear(onNear: () => void, signal: AbortSignal): void {
  const done = new AbortController();
  const over = AbortSignal.any([signal, done.signal]);
  const observed = new WeakSet<Node>();
  // Never per event: ten thousand pictures loading would be ten thousand walks of the page.
  const throttle = new Throttle(look, over);
  const schedule = (): void => throttle.schedule();
  const observer = new MutationObserver(schedule);

  function look(): RunResult {
    if (over.aborted || document.visibilityState !== 'visible') return 'unchanged';
    for (const root of rootsUnder(document)) {
      if (!observed.has(root)) observer.observe(root, { childList: true, subtree: true });
      observed.add(root);
      for (const field of root.querySelectorAll(POSSIBLE)) {
        if (!field.checkVisibility()) continue;
        done.abort();
        onNear();
        return 'changed';
      }
    }
    return 'unchanged';
  }

  for (const name of ['visibilitychange', 'transitionend', 'click', 'load', 'DOMContentLoaded'])
    document.addEventListener(name, schedule, { capture: true, passive: true, signal: over });
  over.addEventListener('abort', () => observer.disconnect());
  look();
}
