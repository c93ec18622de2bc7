import { onOrphaned } from './client.ts';

/**
 * Begins the life of a content script in its document; undefined where the same
 * script lives there already. After an update Firefox and the background both
 * put the new scripts into open pages, and a page that was granted twice gets
 * them twice. The life ends when `ending` aborts: at the latest when another
 * version of the extension has taken the place of this one.
 */
export function beginScript(name: 'prompt' | 'fill' | 'enrol'): AbortController | undefined {
  // On the global object of our own world, which no page sees: the scripts of another version have
  // a world of their own.
  const mark = Symbol.for(`nightlatch.${name}`);
  const running: unknown = Reflect.get(globalThis, mark);
  if (running instanceof AbortSignal && !running.aborted) return undefined;
  const ending = new AbortController();
  Reflect.set(globalThis, mark, ending.signal);
  onOrphaned(() => ending.abort(), ending.signal);
  return ending;
}
