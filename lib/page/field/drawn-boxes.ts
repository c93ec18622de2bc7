/**
 * Boxes a component draws in place of its input. The real one is see-through,
 * or a single pixel, and lies over or beside them; what the user sees and
 * clicks are the boxes.
 */
import { ownMembers } from '../dom/own-members.ts';

/** Sites that draw boxes ask for 6 to 8 digits. */
const FEWEST = 6;
const MOST = 8;
const SMALLEST_SIDE_PX = 16;
/** The boxes stand in the input's own component, not somewhere on the page. */
const LEVELS = 3;
const MOST_PARTS = 200;

/** Things a row of equal squares may be made of that hold no digit. */
const OTHER =
  'button,a,img,svg,canvas,video,select,textarea,[role="button"],[role="link"],[role="tab"],[role="option"]';
/** An input of the box itself: then the boxes are no drawing. Some hold a dead one, for its width. */
const LIVE = 'input:not([tabindex="-1"],[type="hidden"],[readonly])';
/** Read-only boxes show what is typed into the input over them. */
const SHOWS_ONLY = 'input[readonly]';

function isBox(element: Element): boolean {
  const { width, height } = ownMembers(element).getBoundingClientRect();
  return (
    width >= SMALLEST_SIDE_PX &&
    height >= SMALLEST_SIDE_PX &&
    width <= 1.9 * height &&
    ownMembers(element).textContent.trim().length <= 1 &&
    (!ownMembers(element).matches('input') || ownMembers(element).matches(SHOWS_ONLY)) &&
    !ownMembers(element).matches(OTHER) &&
    ownMembers(element).querySelector(`${LIVE},${OTHER}`) === null &&
    ownMembers(element).checkVisibility({ visibilityProperty: true, opacityProperty: true })
  );
}

/** The largest set of equal boxes in one row. */
function rowOf(boxes: readonly Element[]): readonly Element[] {
  const rows = new Map<string, Element[]>();
  for (const box of boxes) {
    const { top, width, height } = ownMembers(box).getBoundingClientRect();
    const key = [top, width, height].map((px) => Math.round(px / 2)).join(' ');
    rows.set(key, [...(rows.get(key) ?? []), box]);
  }
  return [...rows.values()].reduce(
    (longest, row) => (row.length > longest.length ? row : longest),
    [],
  );
}

/** Nothing of another component lies over the middle of `box`. */
function isUncovered(box: Element, component: Element): boolean {
  const root = box.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
  const { left, top, width, height } = ownMembers(box).getBoundingClientRect();
  const hit = ownMembers(root).elementFromPoint(left + width / 2, top + height / 2);
  return hit === null || ownMembers(component).contains(hit);
}

/**
 * The boxes drawn for `input`, or undefined. A hidden input without such boxes
 * is a decoy, or nothing the user could have meant: the boxes are all he sees,
 * so they must be there, whole, alone with this input, and under nothing.
 */
export function findDrawnBoxes(input: HTMLElement): readonly Element[] | undefined {
  if (input.tabIndex < 0 || input.closest('[inert],[aria-hidden="true"]')) return undefined;
  let component = input.parentElement;
  for (
    let level = 0;
    component && level < LEVELS;
    level++, component = ownMembers(component).parentElement
  ) {
    if (!ownMembers(component).checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      return undefined;
    if (ownMembers(component).matches('form,dialog,body')) return undefined;
    const parts = [...ownMembers(component).querySelectorAll('*')];
    if (parts.length > MOST_PARTS || ownMembers(component).querySelectorAll(LIVE).length > 1)
      return undefined;
    const boxes = parts.filter(isBox);
    const outermost = boxes.filter(
      (box) => !boxes.some((other) => other !== box && ownMembers(other).contains(box)),
    );
    const row = rowOf(outermost);
    if (row.length < FEWEST) continue;
    const whole = component;
    return row.length <= MOST && row.every((box) => isUncovered(box, whole)) ? row : undefined;
  }
  return undefined;
}
