import { ownMembers } from '../dom/own-members.ts';

/** What an element that may be a QR code looks like: shapes and kinds, never pixels. */

/** Elements that bring their own picture; any other is a candidate by its background or its cells. */
const PICTURES = new Set(['canvas', 'img', 'svg', 'table']);

/** CSS px: below 80 a version 3 code has modules under 3 px; above 700 it is the page, not a code. */
const SIDE = { min: 80, max: 700 };

/** The longer side over the shorter one: a caption or a logo may stand under the code. */
const ASPECT_MAX = 1.45;

/** A code has 21 × 21 modules at least (ISO/IEC 18004). */
const MODULES_MIN = 21;
/** Modules placed one by one: fewer are no code, whatever they are. */
const CELLS_MIN = 120;

/** True for an element laid out at the size and proportions of a code. */
export function isShaped(element: Element): boolean {
  // Layout size: a dialog that zooms in is small only by its transform.
  const { clientWidth: width, clientHeight: height } = ownMembers(element);
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  return short >= SIDE.min && long <= SIDE.max && long <= short * ASPECT_MAX;
}

/** Rows of cells, cells in one flat grid, or dark modules placed one by one. */
function isGrid(element: Element): boolean {
  const { childElementCount, firstElementChild } = ownMembers(element);
  if (childElementCount < MODULES_MIN) return false;
  const inFirst = firstElementChild ? ownMembers(firstElementChild).childElementCount : 0;
  return childElementCount >= CELLS_MIN || inFirst >= MODULES_MIN;
}

/** One of many alike: the modules of a drawn code would push their own grid out of what is watched. */
function isCell(element: Element): boolean {
  const { parentElement, localName } = ownMembers(element);
  if (!parentElement) return false;
  const row = ownMembers(parentElement);
  if (row.childElementCount < MODULES_MIN) return false;
  return [row.firstElementChild, row.lastElementChild].every(
    (end) => end?.localName === localName && end.childNodes.length === 0,
  );
}

/** An empty box may get a background picture at any time. */
function isEmptyBox(element: Element): boolean {
  const { childElementCount, firstElementChild, textContent } = ownMembers(element);
  const isDeep = firstElementChild && ownMembers(firstElementChild).childElementCount > 0;
  if (childElementCount > 1 || isDeep) return false;
  return element instanceof HTMLElement && textContent?.trim() === '' && !isCell(element);
}

/** True for a part of a table: it is read with its table, for one code is one card. */
export function isRows(element: Element): element is Element & { readonly parentElement: Element } {
  return ownMembers(element).parentElement?.localName === 'table';
}

/** True when the element shows something by itself now. */
export function hasPicture(element: Element): boolean {
  if (PICTURES.has(ownMembers(element).localName) || isGrid(element)) return true;
  return getComputedStyle(element).backgroundImage.includes('url(');
}

/** True for an element that may show a code, now or after a change of its style. */
export function isPossible(element: Element): boolean {
  return PICTURES.has(ownMembers(element).localName) || isGrid(element) || isEmptyBox(element);
}
