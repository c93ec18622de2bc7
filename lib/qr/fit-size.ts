import type { GreyPicture } from './picture.ts';
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
  // Each pattern alone, and the better one counts half as much again: a tooltip may hide one.
  const along = alternation(size, (index) => nearestShade(plane, place, size, index, 6));
  const down = alternation(size, (index) => nearestShade(plane, place, size, 6, index));
  const agreement = (Math.max(along, down) * 3 + Math.min(along, down) * 2) / 5;
  return place.tone === 'dark' ? agreement : -agreement;
}

/** Correlation of the modules from 8 to size - 9 with dark, light, dark ... */
function alternation(size: number, shadeOf: (index: number) => number): number {
  const shades: number[] = [];
  for (let index = 8; index <= size - 9; index += 1) shades.push(shadeOf(index));
  let agreement = 0;
  let whole = 0;
  for (const [index, shade] of shades.entries()) {
    // Against its neighbours, because the contrast may change along the way.
    const before = shades[index - 1] ?? shades[index + 1] ?? shade;
    const after = shades[index + 1] ?? before;
    const difference = shade - (before + after) / 2;
    agreement += index % 2 === 0 ? -difference : difference;
    whole += Math.abs(difference);
  }
  return whole === 0 ? 0 : agreement / whole;
}

function nearestShade(
  { width, height, data }: GreyPicture,
  place: Place,
  size: number,
  column: number,
  row: number,
): number {
  const { x, y } = pointAt(place, size, column + 0.5, row + 0.5);
  if (x < 0 || y < 0 || x >= width || y >= height) return 255;
  return data[Math.floor(y) * width + Math.floor(x)] ?? 255;
}
