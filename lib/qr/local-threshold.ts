import type { FixedModules } from './symbol.ts';

/** Modules of a window's side. One that holds no dark or no light module is rarer than one in 30,000. */
const SIDE = 4;

/**
 * Dark (1) or light (0) for each module of a code that something see-through
 * lies over in part. Each module is held against the four squares of modules
 * that have it at a corner, of these against the one whose shades differ least:
 * at the border of a tooltip that is the one which lies wholly under it, or
 * wholly beside it. A difference of less than `leastRange` shades is noise.
 */
export function decideLocally(
  shades: Float32Array,
  size: number,
  fixed: FixedModules,
  leastRange: number,
): Uint8Array {
  const dark = new Uint8Array(shades.length);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * size + column;
      const expected = fixed[at] ?? -1;
      const isDark = (shades[at] ?? 0) < thresholdAt(shades, size, { row, column }, leastRange);
      dark[at] = expected >= 0 ? expected : Number(isDark);
    }
  }
  return dark;
}

function thresholdAt(
  shades: Float32Array,
  size: number,
  { row, column }: { readonly row: number; readonly column: number },
  leastRange: number,
): number {
  let leastFound = Infinity;
  let threshold = 128;
  for (const top of [row, row - SIDE + 1]) {
    for (const left of [column, column - SIDE + 1]) {
      if (top < 0 || left < 0 || top + SIDE > size || left + SIDE > size) continue;
      let low = Infinity;
      let high = -Infinity;
      for (let y = top; y < top + SIDE; y += 1) {
        for (let x = left; x < left + SIDE; x += 1) {
          const shade = shades[y * size + x] ?? 0;
          if (shade < low) low = shade;
          if (shade > high) high = shade;
        }
      }
      const range = high - low;
      if (range < leastRange || range >= leastFound) continue;
      leastFound = range;
      threshold = (low + high) / 2;
    }
  }
  return threshold;
}
