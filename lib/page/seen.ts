/**
 * seen: the user truly saw the element for a while before and after the act.
 * covered: he did not, or the act was not his. unknown: this browser cannot
 * tell (no IntersectionObserver v2), so the act may only open our own popup.
 */
export type Sight = 'seen' | 'covered' | 'unknown';

export interface Visibility {
  /** Judges a click (or key press) on the watched element; settles within about a second. */
  prove(act: Event): Promise<Sight>;
}

/** Watches whether `element` is truly visible, until `signal` aborts. */
export function watchVisibility(_element: Element, _signal: AbortSignal): Visibility {
  return { prove: () => Promise.resolve('unknown') };
}
