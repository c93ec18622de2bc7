/** Where the badge stands: on the field's upper edge, at its end, outside the page's layout; elsewhere where words stand there. */
import { ownMembers } from '../dom/own-members.ts';

export interface Frame {
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
/** px by which the badge may reach over a line of words: so much of its box is above and below the letters. */
const LINE_GAP_PX = 3;

/** Where the badge stands by its field, the best place first. */
const SIDES = ['above', 'below', 'beside'] as const;
export type Side = (typeof SIDES)[number];

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  readonly field: Frame;
  /** The size of the window. */
  readonly view: Size;
  readonly direction: string;
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Top left corner, px, of a badge of this size on that side of its field. */
export function placeOn(
  side: Side,
  { width, height }: Size,
  { field, view, direction }: Surroundings,
): Corner {
  const isRtl = direction === 'rtl';
  if (side === 'beside') {
    const left = isRtl ? field.left - width - EDGE_PX : field.right + EDGE_PX;
    return { left, top: (field.top + field.bottom - height) / 2 };
  }
  const atEnd = isRtl ? field.left : field.right - width;
  const left = Math.min(Math.max(atEnd, EDGE_PX), Math.max(view.width - width - EDGE_PX, EDGE_PX));
  // A badge wider than the field would reach over the field's label, or the button beside it.
  const overlap = width <= field.right - field.left ? OVERLAP_PX : -1;
  const above = field.top - height + overlap;
  const isAbove = side === 'above' && above >= EDGE_PX;
  return { left, top: isAbove ? above : field.bottom - overlap };
}

/** The best side on which the badge covers none of `others`; where each has some, the first one. */
export function freeSide(size: Size, around: Surroundings, others: readonly Frame[]): Side {
  const { view } = around;
  const isFree = (side: Side): boolean => {
    const { left, top } = placeOn(side, size, around);
    const [right, bottom] = [left + size.width, top + size.height];
    const isInView = left >= 0 && top >= 0 && right <= view.width && bottom <= view.height;
    return (
      isInView &&
      others.every(
        (other) =>
          other.right <= left ||
          other.left >= right ||
          other.bottom <= top + LINE_GAP_PX ||
          other.top >= bottom - LINE_GAP_PX,
      )
    );
  };
  return SIDES.find(isFree) ?? 'above';
}
