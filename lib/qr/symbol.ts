/**
 * The parts of a QR that are the same in every code of its size: finder
 * patterns with their separators, timing and alignment patterns, version
 * information (ISO/IEC 18004 sections 6.3.3 to 6.3.6, 7.10).
 */

/** One number a module: -1 differs from code to code, 0 is always light, 1 is always dark. */
export type FixedModules = Int8Array;

const made = new Map<number, FixedModules>();

/** The fixed modules of a code of `size` modules a side, row by row. */
export function getFixedModules(size: number): FixedModules {
  const known = made.get(size);
  if (known !== undefined) return known;
  const fixed = new Int8Array(size * size).fill(-1);
  const set = (column: number, row: number, isDark: boolean): void => {
    if (column < 0 || row < 0 || column >= size || row >= size) return;
    fixed[row * size + column] = isDark ? 1 : 0;
  };
  const version = (size - 17) / 4;
  for (let index = 0; index < size; index += 1) {
    set(index, 6, index % 2 === 0);
    set(6, index, index % 2 === 0);
  }
  const centres = alignmentCentres(version, size);
  for (const row of centres) {
    for (const column of centres) {
      const inFinder =
        (row === 6 && (column === 6 || column === size - 7)) || (row === size - 7 && column === 6);
      if (!inFinder) paintRings(set, { column, row, radius: 2 }, (ring) => ring !== 1);
    }
  }
  for (const [column, row] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    paintRings(set, { column, row, radius: 4 }, (ring) => ring !== 2 && ring !== 4);
  }
  if (version >= 7) {
    const bits = versionBits(version);
    for (let index = 0; index < 18; index += 1) {
      const isDark = ((bits >> index) & 1) === 1;
      const near = Math.floor(index / 3);
      const far = size - 11 + (index % 3);
      set(far, near, isDark);
      set(near, far, isDark);
    }
  }
  set(8, size - 8, true);
  made.set(size, fixed);
  return fixed;
}

/**
 * Paints squares round a middle; `isDark` is asked for each ring, and ring 0 is
 * the middle itself.
 */
function paintRings(
  set: (column: number, row: number, isDark: boolean) => void,
  { column, row, radius }: { column: number; row: number; radius: number },
  isDark: (ring: number) => boolean,
): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      set(column + dx, row + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

/**
 * The centres of the alignment patterns (ISO/IEC 18004, annex E): evenly spaced
 * from the far side, with the rest in the first gap.
 */
function alignmentCentres(version: number, size: number): readonly number[] {
  if (version < 2) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((size - 13) / (2 * count - 2)) * 2;
  const centres = [6];
  for (let index = count - 2; index >= 0; index -= 1) centres.push(size - 7 - index * step);
  return centres;
}

/**
 * The version information (ISO/IEC 18004, section 7.10): six bits of version
 * and their twelve BCH check bits, generator 0x1f25.
 */
function versionBits(version: number): number {
  let rest = version;
  for (let index = 0; index < 12; index += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  return (version << 12) | rest;
}
