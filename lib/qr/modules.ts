import type { GreyPicture } from './picture.ts';
import { DARK, LIGHT } from './normalise.ts';
import type { FixedModules } from './symbol.ts';

/** The radius, in modules, of the neighbourhood from which a module's threshold is taken. */
const RADIUS = 4;

const DEBLUR_ROUNDS = 25;

/** The pixels a module has in the clean picture, and the modules of its quiet zone. */
const PIXELS = 3;
const QUIET = 4;

/** The part of the fixed modules whose shade is on the right side of the middle: 0.5 is chance. */
export function fixedAgreement(shades: Float32Array, fixed: FixedModules): number {
  const middle = middleShade(shades, fixed);
  let right = 0;
  let all = 0;
  for (let index = 0; index < fixed.length; index += 1) {
    const expected = fixed[index] ?? -1;
    if (expected < 0) continue;
    all += 1;
    if ((shades[index] ?? 0) < middle === (expected === 1)) right += 1;
  }
  return all === 0 ? 0 : right / all;
}

/**
 * Undoes a Gaussian blur of `sigma` modules: repeated correction by the
 * difference between what was seen and what the guess would give when blurred
 * (projected Landweber iteration), held between black and white.
 */
export function deblur(seen: Float32Array, size: number, sigma: number): Float32Array {
  const near = Math.exp(-1 / (2 * sigma * sigma));
  const far = Math.exp(-4 / (2 * sigma * sigma));
  const kernel = { near, far, sum: 1 + 2 * near + 2 * far };
  const guess = seen.slice();
  const half = new Float32Array(seen.length);
  const blurred = new Float32Array(seen.length);
  for (let round = 0; round < DEBLUR_ROUNDS; round += 1) {
    blurRows(guess, half, size, kernel);
    blurRows(half, blurred, size, kernel);
    for (let index = 0; index < seen.length; index += 1) {
      const shade = (guess[index] ?? 0) + 1.8 * ((seen[index] ?? 0) - (blurred[index] ?? 0));
      guess[index] = shade < DARK ? DARK : shade > LIGHT ? LIGHT : shade;
    }
  }
  return guess;
}

interface Kernel {
  readonly near: number;
  readonly far: number;
  readonly sum: number;
}

/** Blurs along the rows and writes the rows as columns: done twice, it blurred both ways. */
function blurRows(from: Float32Array, to: Float32Array, size: number, kernel: Kernel): void {
  const { near, far, sum } = kernel;
  for (let row = 0; row < size; row += 1) {
    // Beyond the border of the code the modules count as light.
    let before2 = LIGHT;
    let before = LIGHT;
    let own = from[row * size] ?? 0;
    let after = from[row * size + 1] ?? 0;
    for (let column = 0; column < size; column += 1) {
      const after2 = column + 2 < size ? (from[row * size + column + 2] ?? 0) : LIGHT;
      to[column * size + row] = (own + near * (before + after) + far * (before2 + after2)) / sum;
      before2 = before;
      before = own;
      own = after;
      after = after2;
    }
  }
}

/**
 * Dark (1) or light (0) for each module. Each is held against the middle
 * between the dark and the light of its neighbourhood, for gradients and
 * shadows; the fixed modules are set as the standard has them.
 */
export function decideModules(shades: Float32Array, size: number, fixed: FixedModules): Uint8Array {
  const middle = middleShade(shades, fixed);
  const dark = new Uint8Array(shades.length);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const at = row * size + column;
      const expected = fixed[at] ?? -1;
      if (expected >= 0) {
        dark[at] = expected;
        continue;
      }
      let darkSum = 0;
      let darkCount = 0;
      let lightSum = 0;
      let lightCount = 0;
      for (let y = Math.max(0, row - RADIUS); y <= Math.min(size - 1, row + RADIUS); y += 1) {
        for (
          let x = Math.max(0, column - RADIUS);
          x <= Math.min(size - 1, column + RADIUS);
          x += 1
        ) {
          const shade = shades[y * size + x] ?? 0;
          if (shade < middle) {
            darkSum += shade;
            darkCount += 1;
          } else {
            lightSum += shade;
            lightCount += 1;
          }
        }
      }
      const threshold =
        darkCount > 4 && lightCount > 4
          ? (darkSum / darkCount + lightSum / lightCount) / 2
          : middle;
      dark[at] = (shades[at] ?? 0) < threshold ? 1 : 0;
    }
  }
  return dark;
}

/** Draws the modules without blur, noise or distortion, so that any decoder reads them. */
export function drawModules(dark: Uint8Array, size: number): GreyPicture {
  const side = (size + 2 * QUIET) * PIXELS;
  const data = new Uint8Array(side * side).fill(255);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (dark[row * size + column] !== 1) continue;
      const start = (row + QUIET) * PIXELS * side + (column + QUIET) * PIXELS;
      for (let y = 0; y < PIXELS; y += 1) data.fill(0, start + y * side, start + y * side + PIXELS);
    }
  }
  return { width: side, height: side, data };
}

/** Half-way between the mean dark and the mean light of the fixed modules. */
function middleShade(shades: Float32Array, fixed: FixedModules): number {
  let darkSum = 0;
  let darkCount = 0;
  let lightSum = 0;
  let lightCount = 0;
  for (let index = 0; index < fixed.length; index += 1) {
    const expected = fixed[index] ?? -1;
    if (expected === 1) {
      darkSum += shades[index] ?? 0;
      darkCount += 1;
    } else if (expected === 0) {
      lightSum += shades[index] ?? 0;
      lightCount += 1;
    }
  }
  return (darkSum / Math.max(1, darkCount) + lightSum / Math.max(1, lightCount)) / 2;
}
