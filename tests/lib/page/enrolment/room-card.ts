/** What shown-card.browser.test.ts drives in a page: the card alone, with words that are their keys. */
import { ShownCard } from '../../../../lib/page/enrolment/shown-card.ts';

const FAREWELL_LEAST_MS = 5_000;

const later: (() => void)[] = [];
const setNow = globalThis.setTimeout;
// The card's last words leave by a long timer: the test says when that is over.
globalThis.setTimeout = ((work: () => void, delayMs = 0) => {
  if (delayMs < FAREWELL_LEAST_MS) return setNow(work, delayMs);
  later.push(work);
  return 0;
}) as typeof setTimeout;

const card = new ShownCard(
  { say: (word) => word, error: (code) => code, direction: 'ltr' },
  () => undefined,
  new AbortController().signal,
);

export function showLast(kind: 'confirmed' | 'dismissed', until: 'soon' | 'page-moves-on'): void {
  card.show(kind === 'dismissed' ? { kind, scanId: 'scan' } : { kind }, 'none');
  card.closeWhen(until, () => false);
}

/** Lets all time pass for which a last word stays. */
export function letTimePass(): void {
  for (const work of later.splice(0)) work();
}

export function isShown(): boolean {
  return card.card !== undefined;
}
