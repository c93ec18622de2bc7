import type { GreyPicture, Point } from './picture.ts';
import { pointAt, type Place } from './place.ts';

/** A number of modules a side, and how well the timing patterns agree: 1 fully, 0 not at all. */
export interface FittedSize {
  readonly size: number;
  readonly agreement: number;
}

/**
 * The sizes a code at this place may have, best first. Finder distance over
 * module width tells the size to a few modules only; the timing patterns,
 * dark and light by turns between the finders, tell it exactly.
 */
export function fitSizes(plane: GreyPicture, place: Place): readonly FittedSize[] {
  const nearest = Math.round((place.roughSize - 17) / 4) * 4 + 17;
  const reach = Math.max(4, Math.ceil((nearest * 0.12) / 4) * 4);
  const fitted: FittedSize[] = [];
  for (let size = nearest - reach; size <= nearest + reach; size += 4) {
    if (size < 21 || size > 177) continue;
    fitted.push({ size, agreement: timingAgreement(plane, place, size) });
  }
  return fitted.sort((a, b) => b.agreement - a.agreement);
}

function timingAgreement(plane: GreyPicture, place: Place, size: number): number {
  const start = pointAt(place, size, 8.5, 6.5);
  const across = stepOf(place, size, 'across');
  const startDown = pointAt(place, size, 6.5, 8.5);
  const down = stepOf(place, size, 'down');
  // Each timing pattern is judged alone, because a tooltip may hide one of them; the better one
  // counts more.
  const alongRow = alternation(plane, start, across, size - 16);
  const alongColumn = alternation(plane, startDown, down, size - 16);
  const better = Math.max(alongRow, alongColumn);
  const agreement = (better * 3 + Math.min(alongRow, alongColumn) * 2) / 5;
  return place.tone === 'dark' ? agreement : -agreement;
}

/** The step from one module to the next, in pixels. */
function stepOf({ topLeft, topRight, bottomLeft }: Place, size: number, way: 'across' | 'down') {
  const end = way === 'across' ? topRight : bottomLeft;
  return { x: (end.x - topLeft.x) / (size - 7), y: (end.y - topLeft.y) / (size - 7) };
}

/** How well `count` modules from `start` agree with dark, light, dark and so on. */
function alternation(plane: GreyPicture, start: Point, step: Point, count: number): number {
  let agreement = 0;
  let whole = 0;
  let own = nearestShade(plane, start.x, start.y);
  let after = nearestShade(plane, start.x + step.x, start.y + step.y);
  let before = after;
  for (let index = 0; index < count; index += 1) {
    // A module is compared with its neighbours, because the contrast may change along the way.
    const difference = own - (before + after) / 2;
    agreement += index % 2 === 0 ? -difference : difference;
    whole += Math.abs(difference);
    before = own;
    own = after;
    const next = index + 2;
    after =
      next < count ? nearestShade(plane, start.x + next * step.x, start.y + next * step.y) : before;
  }
  return whole === 0 ? 0 : agreement / whole;
}

function nearestShade({ width, height, data }: GreyPicture, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return 255;
  return data[Math.floor(y) * width + Math.floor(x)] ?? 255;
}
