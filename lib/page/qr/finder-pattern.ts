import { findFinders } from '../../qr/finder.ts';
import type { GreyPicture } from '../../qr/picture.ts';

/** The least steps in shades that count as an edge, the one that most codes have first. */
export const CONTRASTS = [90, 40, 14] as const;

/** How far two finder patterns of one code may differ in size: blur and fractional scaling do that. */
const SIZE_TOLERANCE = 0.4;

/**
 * The size of a module in px when `picture` shows at least two finder patterns
 * of one size and tone: a logo or a tooltip may lie over the third. Undefined
 * where it does not. This is a cheap sieve with few misses, not a decoder: it
 * keeps avatars and camera pictures from waking the background.
 */
export function findModulePx(picture: GreyPicture, contrast: number): number | undefined {
  const finders = findFinders(picture, contrast, 1);
  for (const [index, one] of finders.entries()) {
    const isPaired = finders.slice(index + 1).some((other) => {
      const larger = Math.max(one.modulePixels, other.modulePixels);
      const difference = Math.abs(one.modulePixels - other.modulePixels);
      return one.tone === other.tone && difference < SIZE_TOLERANCE * larger;
    });
    if (isPaired) return one.modulePixels;
  }
  return undefined;
}
