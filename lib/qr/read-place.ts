import { readWithQr } from './engines.ts';
import { fitSizes } from './fit-size.ts';
import { decideLocally } from './local-threshold.ts';
import { deblur, decideModules, drawModules, fixedAgreement } from './modules.ts';
import type { Normalised } from './normalise.ts';
import { sampleModules } from './sample.ts';
import { getFixedModules } from './symbol.ts';

/**
 * The ways in which the modules are sampled, the one that is right most often
 * first; see sampleModules and deblur.
 */
const LOOKS: readonly { readonly spread: number; readonly sigma: number }[] = [
  { spread: 0.2, sigma: 0 },
  { spread: 0.1, sigma: 0.75 },
  { spread: 0.33, sigma: 0 },
  { spread: 0.1, sigma: 1 },
  { spread: 0.2, sigma: 0.5 },
];

/**
 * The agreement of the fixed modules below which there is no code, not even one
 * with a logo and a tooltip over it.
 */
const LEAST_AGREEMENT = 0.72;

/** A text, and the number of modules a side it was read at. */
export interface PlaceReading {
  readonly text: string;
  readonly size: number;
}

/**
 * Reads the code at a place: measures its size, takes one shade a module,
 * decides dark or light, puts the fixed patterns right and lets a decoder do
 * the rest (masks, error correction, text) on the clean picture of that.
 */
export function readPlace({ plane, place }: Normalised): PlaceReading | undefined {
  for (const { size, agreement } of fitSizes(plane, place).slice(0, 2)) {
    if (agreement < 0.2) break;
    const fixed = getFixedModules(size);
    for (const look of LOOKS) {
      const sampled = sampleModules(plane, place, size, look.spread);
      if (fixedAgreement(sampled, fixed) < LEAST_AGREEMENT) break;
      const shades = look.sigma === 0 ? sampled : deblur(sampled, size, look.sigma);
      const reading = readWithQr(drawModules(decideModules(shades, size, fixed), size));
      if (reading !== undefined) return { text: reading.text, size };
    }
  }
  return undefined;
}

/** Shades a see-through tooltip must leave between dark and light, of the 160 there are: the one with less noise last. */
const LEAST_RANGES = [24, 12] as const;

/** As readPlace, for a code that something see-through covers in part: twice as costly, and right less often. */
export function readCoveredPlace({ plane, place }: Normalised): PlaceReading | undefined {
  for (const { size, agreement } of fitSizes(plane, place).slice(0, 2)) {
    if (agreement < 0.2) break;
    const fixed = getFixedModules(size);
    const shades = sampleModules(plane, place, size, 0.2);
    for (const leastRange of LEAST_RANGES) {
      const reading = readWithQr(drawModules(decideLocally(shades, size, fixed, leastRange), size));
      if (reading !== undefined) return { text: reading.text, size };
    }
  }
  return undefined;
}
