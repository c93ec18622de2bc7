import type { GreyPicture } from './read-pixels-grey.ts';

/** A finder pattern is dark, light, dark, light, dark in the ratio 1 : 1 : 3 : 1 : 1 (ISO/IEC 18004, 6.3.3). */
const RUNS = [1, 1, 3, 1, 1] as const;
const MODULES = 7;
/** How far a run may be off, in modules: blur and fractional scaling take half. */
const TOLERANCE = 0.6;

interface Centre {
  readonly x: number;
  readonly y: number;
  readonly module: number;
}

/** The threshold that parts the two classes of grey best (Otsu 1979). */
function otsu(grey: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const level of grey) counts[level] = (counts[level] ?? 0) + 1;
  let sum = 0;
  for (let level = 0; level < 256; level += 1) sum += level * (counts[level] ?? 0);
  let below = 0;
  let belowSum = 0;
  let best = 128;
  let bestSpread = -1;
  for (let level = 0; level < 255; level += 1) {
    below += counts[level] ?? 0;
    belowSum += level * (counts[level] ?? 0);
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const spread = below * above * (belowSum / below - (sum - belowSum) / above) ** 2;
    if (spread > bestSpread) {
      bestSpread = spread;
      best = level;
    }
  }
  return best + 1;
}

/** The five runs that end at `end`, as a module size; 0 when they are no finder pattern. */
function moduleOf(runs: readonly number[]): number {
  const module = runs.reduce((sum, run) => sum + run, 0) / MODULES;
  if (module < 1) return 0;
  const off = runs.some(
    (run, index) =>
      Math.abs(run - (RUNS[index] ?? 1) * module) >
      TOLERANCE * Math.max(module, 1.7) * (index === 2 ? 1.6 : 1),
  );
  return off ? 0 : module;
}

/** True when the column through (x, y) shows the same pattern. */
function isAcross(dark: Uint8Array, { width, height }: GreyPicture, centre: Centre): boolean {
  const column = Math.round(centre.x);
  const isDark = (row: number): boolean => dark[row * width + column] === 1;
  if (!isDark(centre.y)) return false;
  const runs = [0, 0, 0, 0, 0];
  const longest = centre.module * 4 + 2;
  for (const step of [-1, 1]) {
    let row = step === 1 ? centre.y + 1 : centre.y;
    let index = 2;
    while (row >= 0 && row < height && index >= 0 && index < 5) {
      if (isDark(row) === (index % 2 === 1)) index += step;
      else {
        runs[index] = (runs[index] ?? 0) + 1;
        if ((runs[index] ?? 0) > longest) return false;
        row += step;
      }
    }
  }
  const module = moduleOf(runs);
  return module > 0 && Math.abs(module - centre.module) < centre.module * 0.5;
}

function findCentres(dark: Uint8Array, picture: GreyPicture): number {
  const { width, height } = picture;
  const centres: Centre[] = [];
  for (let y = 0; y < height; y += 1) {
    let runs: number[] = [];
    let start = 0;
    for (let x = 1; x <= width; x += 1) {
      const at = y * width + x;
      if (x < width && dark[at] === dark[at - 1]) continue;
      runs.push(x - start);
      if (runs.length > 5) runs = runs.slice(1);
      start = x;
      if (runs.length < 5 || dark[at - 1] !== 1) continue;
      const module = moduleOf(runs);
      if (module === 0) continue;
      const centre = { x: x - module * 3.5, y, module };
      const near = (other: Centre): boolean =>
        Math.hypot(other.x - centre.x, other.y - y) < 3 * Math.max(module, other.module);
      if (centres.some(near) || !isAcross(dark, picture, centre)) continue;
      centres.push(centre);
    }
    if (centres.length > 40) break;
  }
  // Two of the three: a tooltip or a logo may lie over one.
  return centres.filter((centre) =>
    centres.some(
      (other) => other !== centre && Math.abs(other.module - centre.module) < centre.module * 0.4,
    ),
  ).length;
}

/**
 * True when `picture` shows at least two finder patterns, dark on light or
 * light on dark. A cheap sieve with few misses, not a decoder: it keeps
 * avatars and camera pictures from waking the background.
 */
export function seemsQr(picture: GreyPicture): boolean {
  const threshold = otsu(picture.grey);
  for (const level of [threshold, (threshold + 255) / 2, threshold / 2]) {
    for (const ink of [1, 0]) {
      const dark = picture.grey.map((grey) => (grey < level ? ink : 1 - ink));
      if (findCentres(dark, picture) >= 2) return true;
    }
  }
  return false;
}
