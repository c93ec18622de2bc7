import { ownMembers } from '../dom/own-members.ts';
import { codeLines } from './code-lines.ts';

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

/** CSS px: a module that draws all others as its shadows. */
const DOT_MAX = 24;
/** Characters in which the browser writes a hundred shadows. */
const SHADOWS_MIN = 2_400;

/** CSS px of a drawn text's height: two characters a module are larger than a picture. */
const TEXT_HEIGHT = { min: SIDE.min, max: 1_400 };

/** True for an element laid out at the size and proportions of a code. */
export function isShaped(element: Element): boolean {
  // Layout size: a dialog that zooms in is small only by its transform.
  const { clientWidth: width, clientHeight: height } = ownMembers(element);
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  if (short >= SIDE.min && long <= SIDE.max && long <= short * ASPECT_MAX) return true;
  if (long <= DOT_MAX) return isShadowDrawn(element);
  // A block of text is as wide as the page has room.
  return height >= TEXT_HEIGHT.min && height <= TEXT_HEIGHT.max && isDrawnText(element);
}

/** True for an empty element whose shadows are the modules of a code. */
export function isShadowDrawn(element: Element): boolean {
  const { childNodes, clientWidth, clientHeight } = ownMembers(element);
  if (childNodes.length > 0 || Math.max(clientWidth, clientHeight) > DOT_MAX) return false;
  return getComputedStyle(element).boxShadow.length > SHADOWS_MIN;
}

/** The lines of a code that the element draws by characters; none where it draws nothing so. */
export function drawnLines(element: Element): readonly string[] {
  const { localName, childElementCount, textContent } = ownMembers(element);
  if (localName !== 'pre' && childElementCount > 0) return [];
  return codeLines(textContent ?? '');
}

function isDrawnText(element: Element): boolean {
  return drawnLines(element).length > 0;
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
  if (isShadowDrawn(element) || isDrawnText(element)) return true;
  return getComputedStyle(element).backgroundImage.includes('url(');
}

/** True for an element that may show a code, now or after a change of its style. */
export function isPossible(element: Element): boolean {
  const isPicture = PICTURES.has(ownMembers(element).localName);
  return isPicture || isGrid(element) || isEmptyBox(element) || isDrawnText(element);
}
