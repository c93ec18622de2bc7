/** Whether the user could type into a field, and why not. */
import { ownMembers } from '../dom/own-members.ts';
import { parentOf } from '../dom/tree.ts';
import { findDrawnBoxes } from './drawn-boxes.ts';
import type { HiddenReason } from './refusals.ts';

const SMALLEST_SIDE_PX = 8;

/** True for an input that is there without showing: see drawn-boxes.ts. */
export function isSeeThrough(input: HTMLElement): boolean {
  const { width, height } = input.getBoundingClientRect();
  const isTiny = width < SMALLEST_SIDE_PX || height < SMALLEST_SIDE_PX;
  return isTiny || !input.checkVisibility({ opacityProperty: true });
}

/** Why a user could not type into `input` now; undefined when he could. */
export function findHiddenReason(input: HTMLElement): HiddenReason | undefined {
  if (!input.checkVisibility({ visibilityProperty: true })) return 'hidden';
  if (input.closest('[inert],[aria-hidden="true"]')) return 'inert';
  const boxes = isSeeThrough(input) ? findDrawnBoxes(input) : undefined;
  const box = input.getBoundingClientRect();
  if (!boxes && !input.checkVisibility({ opacityProperty: true })) return 'hidden';
  if (!boxes && isSeeThrough(input)) return 'zero-size';
  const view = ownMembers(input.ownerDocument).defaultView;
  const page = ownMembers(input.ownerDocument).documentElement;
  if (!view) return 'no window';
  const reach = findReach(input, box);
  if (!reach) return 'clipped';
  const left = reach.left + view.scrollX;
  const top = reach.top + view.scrollY;
  if (left + reach.width <= 0 || top + reach.height <= 0) return 'off-screen';
  // A right-to-left page scrolls to negative positions: only beyond both ends is off.
  if (left >= Math.max(page.scrollWidth, view.innerWidth)) return 'off-screen';
  if (top >= Math.max(page.scrollHeight, view.innerHeight)) return 'off-screen';
  // Where it is scrolled out of a box, something else shows in its place.
  if (boxes || reach !== box) return undefined;
  return isCovered(input, box) ? 'covered' : undefined;
}

/** A clip that leaves nothing of its element. */
function hasEmptyClip(style: CSSStyleDeclaration): boolean {
  return style.clipPath !== 'none' && /inset\((50|100)%/.test(style.clipPath);
}

/**
 * Where the field shows at the latest when its user scrolls the boxes round it:
 * `box` itself, or the outermost box that has to be scrolled to it. Undefined
 * when it is clipped, or a parent cuts it off that cannot be scrolled.
 */
function findReach(input: HTMLElement, box: DOMRect): DOMRect | undefined {
  if (hasEmptyClip(getComputedStyle(input))) return undefined;
  let reach = box;
  for (let above = parentOf(input); above; above = parentOf(above)) {
    const style = getComputedStyle(above);
    if (Number(style.opacity) < 0.1) return undefined;
    if (hasEmptyClip(style)) return undefined;
    const { overflowX, overflowY } = style;
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    if (above === ownMembers(input.ownerDocument).body) continue;
    const frame = ownMembers(above).getBoundingClientRect();
    const isBeside = reach.right <= frame.left || reach.left >= frame.right;
    const isAboveOrBelow = reach.bottom <= frame.top || reach.top >= frame.bottom;
    if (overflowX === 'hidden' || overflowY === 'hidden') {
      if (frame.width < SMALLEST_SIDE_PX || frame.height < SMALLEST_SIDE_PX) return undefined;
      if (isBeside && overflowX === 'hidden') return undefined;
      if (isAboveOrBelow && overflowY === 'hidden') return undefined;
    }
    const isScrolledOut =
      (isAboveOrBelow && SCROLLS.test(overflowY)) || (isBeside && SCROLLS.test(overflowX));
    if (isScrolledOut && isWithin(above, frame, reach)) reach = frame;
  }
  return reach;
}

const SCROLLS = /^(auto|scroll)$/;

/** True for a place in what `scroller` can be scrolled to. */
function isWithin(scroller: Element, frame: DOMRect, place: DOMRect): boolean {
  const { scrollWidth, scrollHeight, clientWidth, scrollLeft, scrollTop } = ownMembers(scroller);
  const left = place.left - frame.left + scrollLeft;
  const top = place.top - frame.top + scrollTop;
  // Right-to-left, what is scrolled to lies on the other side.
  const isBesideAll = left >= scrollWidth || left + place.width <= clientWidth - scrollWidth;
  return !isBesideAll && top < scrollHeight && top + place.height > 0;
}

/**
 * True when something else lies over every probed point. What stands in the
 * field's own wrapper (its label, icons, drawn digit slots) is no cover.
 */
function isCovered(input: HTMLElement, box: DOMRect): boolean {
  const root = input.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return true;
  let probed = 0;
  for (const share of [0.5, 0.15, 0.85]) {
    const hit = ownMembers(root).elementFromPoint(
      box.left + box.width * share,
      box.top + box.height / 2,
    );
    if (!hit) continue;
    probed++;
    const wrapper = input.parentElement;
    if (ownMembers(hit).contains(input)) return false;
    if (wrapper && ownMembers(wrapper).contains(hit)) return false;
    if (hit instanceof HTMLLabelElement && hit.control === input) return false;
  }
  return probed > 0;
}
