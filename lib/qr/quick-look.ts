import { fitSizes } from './fit-size.ts';
import { fixedAgreement } from './modules.ts';
import type { GreyPicture } from './picture.ts';
import { pointAt, type Place } from './place.ts';
import { getFixedModules } from './symbol.ts';

/** What can be said of a place from a few hundred pixels. */
export interface QuickLook {
  /** Agreement of the timing patterns: 1 fully, 0 not at all. */
  readonly timing: number;
  /** The part of the fixed modules that has the right tone, at the better of two sizes: 0.5 is chance. */
  readonly fixed: number;
}

/** The timing below which the fixed modules are not looked at. */
const LEAST_TIMING = 0.5;

/** Looks at the middles of the fixed modules only: cheap enough to do before anything is cut out. */
export function quickLook(plane: GreyPicture, place: Place): QuickLook {
  const sizes = fitSizes(plane, place).slice(0, 2);
  const timing = sizes[0]?.agreement ?? 0;
  if (timing < LEAST_TIMING) return { timing, fixed: 0 };
  return { timing, fixed: Math.max(...sizes.map(({ size }) => agreementAt(plane, place, size))) };
}

function agreementAt({ width, height, data }: GreyPicture, place: Place, size: number): number {
  const fixed = getFixedModules(size);
  const shades = new Float32Array(fixed.length);
  const origin = pointAt(place, size, 0.5, 0.5);
  const right = pointAt(place, size, 1.5, 0.5);
  const below = pointAt(place, size, 0.5, 1.5);
  for (let row = 0, index = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1, index += 1) {
      if ((fixed[index] ?? -1) < 0) continue;
      const x = origin.x + column * (right.x - origin.x) + row * (below.x - origin.x);
      const y = origin.y + column * (right.y - origin.y) + row * (below.y - origin.y);
      const isIn = x >= 0 && y >= 0 && x < width && y < height;
      shades[index] = isIn ? (data[Math.floor(y) * width + Math.floor(x)] ?? 255) : 255;
    }
  }
  const agreement = fixedAgreement(shades, fixed);
  return place.tone === 'dark' ? agreement : 1 - agreement;
}
