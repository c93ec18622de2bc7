import type { GreyPicture } from './grey.ts';

/** A finder pattern is dark, light, dark, light, dark in the ratio 1 : 1 : 3 : 1 : 1 (ISO/IEC 18004, 6.3.3). */
const RUNS = [1, 1, 3, 1, 1] as const;
const MODULES = 7;
/** How far a run may be off, in modules: blur and fractional scaling take half. */
const TOLERANCE = 0.6;

/** Noise has many that do not match each other. */
const CENTRES_MAX = 40;

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
  const ink = dark[centre.y * width + Math.round(centre.x)];
  const isInk = (row: number): boolean => dark[row * width + column] === ink;
  const runs = [0, 0, 0, 0, 0];
  const longest = centre.module * 4 + 2;
  for (const step of [-1, 1]) {
    let row = step === 1 ? centre.y + 1 : centre.y;
    let index = 2;
    while (row >= 0 && row < height && index >= 0 && index < 5) {
      if (isInk(row) === (index % 2 === 1)) index += step;
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

/** The module size once two finder patterns of one size were met: a logo or a tooltip may lie over the third. */
function moduleOfTwo(dark: Uint8Array, picture: GreyPicture): number | undefined {
  const { width, height } = picture;
  const centres: Centre[] = [];
  const runs = [0, 0, 0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    runs.fill(0);
    let start = 0;
    for (let x = 1; x <= width; x += 1) {
      const at = y * width + x;
      if (x < width && dark[at] === dark[at - 1]) continue;
      runs.shift();
      runs.push(x - start);
      start = x;
      if (runs[0] === 0) continue;
      const module = moduleOf(runs);
      if (module === 0) continue;
      const centre = { x: x - module * 3.5, y, module };
      const isNear = (other: Centre): boolean =>
        Math.hypot(other.x - centre.x, other.y - y) < 3 * Math.max(module, other.module);
      if (centres.some(isNear) || !isAcross(dark, picture, centre)) continue;
      if (centres.some((other) => Math.abs(other.module - module) < module * 0.4)) return module;
      if (centres.push(centre) > CENTRES_MAX) return undefined;
    }
  }
  return undefined;
}

/** Grey levels that may part ink from ground, the likeliest first. */
export function inkLevels({ grey }: GreyPicture): readonly number[] {
  const level = otsu(grey);
  return [level, (level + 255) / 2, level / 2];
}

/**
 * The size of a module in px when `picture`, parted at `level`, shows at least
 * two finder patterns, dark on light or light on dark; else undefined. A cheap
 * sieve with few misses, not a decoder: it keeps avatars and camera pictures
 * from waking the background.
 */
export function findModulePx(picture: GreyPicture, level: number): number | undefined {
  const dark = new Uint8Array(picture.grey.length);
  for (let at = 0; at < dark.length; at += 1) dark[at] = (picture.grey[at] ?? 0) < level ? 1 : 0;
  return moduleOfTwo(dark, picture);
}
