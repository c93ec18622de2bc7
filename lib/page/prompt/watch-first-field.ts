/** The first field that could ask for a code: until then a document needs no other script of ours. */
import { ownMembers } from '../dom/own-members.ts';
import { rootsUnder } from '../dom/tree.ts';
import { Throttle, type RunResult } from '../dom/throttle.ts';

/** Text fields of any kind that takes digits. Log-in forms have one, so the other scripts are there before the prompt. */
const POSSIBLE =
  'input:not([type]),input[type="text" i],input[type="tel" i],input[type="number" i],input[type="password" i],textarea,[contenteditable]';

/** Calls `onField` once, when a possible field first shows. Until `signal` aborts. */
export function watchFirstField(onField: () => void, signal: AbortSignal): void {
  const done = new AbortController();
  const ended = AbortSignal.any([signal, done.signal]);
  const observed = new WeakSet<Node>();
  // A search for each event would walk the page ten thousand times while ten thousand pictures load.
  const throttle = new Throttle(search, ended);
  const schedule = (): void => throttle.schedule();
  const observer = new MutationObserver(schedule);

  function search(): RunResult {
    if (ended.aborted || ownMembers(document).visibilityState !== 'visible') return 'unchanged';
    for (const root of rootsUnder(document)) {
      if (!observed.has(root)) observer.observe(root, { childList: true, subtree: true });
      observed.add(root);
      for (const field of ownMembers(root).querySelectorAll(POSSIBLE)) {
        if (!field.checkVisibility()) continue;
        done.abort();
        onField();
        return 'changed';
      }
    }
    return 'unchanged';
  }

  for (const name of ['visibilitychange', 'transitionend', 'click', 'load', 'DOMContentLoaded'])
    ownMembers(document).addEventListener(name, schedule, {
      capture: true,
      passive: true,
      signal: ended,
    });
  ended.addEventListener('abort', () => observer.disconnect());
  search();
}
