/** What the tests of the card drive in a page: the card alone, with words that are their keys. */
import { isOurs } from '../../../../lib/page/dom/leftovers.ts';
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

let root: ShadowRoot | undefined;
const roots = new Map<Element, ShadowRoot>();
// What the browser gives to content scripts alone.
Reflect.set(globalThis, 'chrome', {
  dom: { openOrClosedShadowRoot: (element: Element) => roots.get(element) ?? null },
});
// oxlint-disable-next-line typescript/unbound-method -- called with its element below
const attachShadow = Element.prototype.attachShadow;
// It is closed to the page, and to a test, too.
Element.prototype.attachShadow = function (init) {
  root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};

const card = new ShownCard(
  { say: (word) => word, error: (code) => code, direction: 'ltr' },
  () => undefined,
  new AbortController().signal,
);

export function showLast(kind: 'confirmed' | 'dismissed', until: 'soon' | 'page-moves-on'): void {
  card.show(kind === 'dismissed' ? { kind, scanId: 'scan' } : { kind }, 'none');
  card.closeWhen(until, () => false);
}

/** Of the card, and of what a page makes like it: whether it is known to be ours. */
export function areOurs(): readonly boolean[] {
  const shown = root?.host;
  const alike = document.createElement('div');
  alike.popover = 'manual';
  attachShadow.call(alike, { mode: 'open' }).append(document.createElement('p'));
  document.body.append(alike);
  return [shown, alike].map((one) => one !== undefined && isOurs(one));
}

/** Lets all time pass for which a last word stays. */
export function letTimePass(): void {
  for (const work of later.splice(0)) work();
}

export function isShown(): boolean {
  return card.card !== undefined;
}

function inCard(selector: string): HTMLElement {
  const found = root?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the card has no ${selector}`);
  return found;
}

let answers = 0;

export function showOffer(): void {
  card.show(
    { kind: 'offer', issuer: 'VIGI', label: 'maria', duplicate: 'none', saving: 'on-card' },
    'none',
  );
  new MutationObserver((records) => {
    answers += records.filter(({ addedNodes }) => addedNodes.length > 0).length;
  }).observe(inCard('[aria-live]:last-child'), { childList: true });
}

/** How often the card has answered a press. */
export function countAnswers(): number {
  return answers;
}

export function middleOfSave(): { x: number; y: number } {
  const { x, y, width, height } = inCard('[name=save]').getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** How much higher the card is, px, for the answer that it does not give yet. */
export function roomOfAnswer(): number {
  const { offsetHeight } = inCard('.card');
  inCard('[aria-live]:last-child').remove();
  return offsetHeight - inCard('.card').offsetHeight;
}
