/** Where the badge stands: on the field's upper edge, at its end, outside the page's layout. */
import { ownMembers } from '../dom/own-members.ts';

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box round all of `elements`. */
export function boxAround(elements: readonly Element[]): Frame {
  const boxes = elements.map((element) => ownMembers(element).getBoundingClientRect());
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

const EDGE_PX = 4;
/** px the badge reaches into the field: enough to belong to it, too little to hide digits. */
const OVERLAP_PX = 8;

/** Top left corner, px, of a badge of `width` × `height` by a field in a window of `view`. */
export function placeBy(
  field: Frame,
  badge: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  direction: string,
): { readonly left: number; readonly top: number } {
  const atEnd = direction === 'rtl' ? field.left : field.right - badge.width;
  const left = Math.min(
    Math.max(atEnd, EDGE_PX),
    Math.max(view.width - badge.width - EDGE_PX, EDGE_PX),
  );
  // A badge wider than the field would reach over the field's label, or the button beside it.
  const overlap = badge.width <= field.right - field.left ? OVERLAP_PX : -1;
  const above = field.top - badge.height + overlap;
  return { left, top: above >= EDGE_PX ? above : field.bottom - overlap };
}
