import { PNG } from 'pngjs';

/** Levels of a colour that no eye tells apart. */
const SAME_LEVELS = 16;
/** Of some 50,000 pixels of a card: corners and edges of curves, no line and no letter. */
const MOST_EDGES = 60;

/**
 * The same to the eye. Another layer under the card rounds a few edges otherwise,
 * and how much depends on the processor: such a pixel lies, in either picture,
 * between those around it in the other one.
 */
export function isAlike(one: Uint8Array, other: Uint8Array): boolean {
  const [first, second] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))];
  if (first.width !== second.width || first.height !== second.height) return false;
  let edges = 0;
  for (let at = 0; at < first.data.length; at++) {
    if (Math.abs((first.data[at] ?? 0) - (second.data[at] ?? 0)) <= SAME_LEVELS) continue;
    edges += 1;
    if (edges > MOST_EDGES * COLOURS) return false;
    if (!isBetween(first, second, at) || !isBetween(second, first, at)) return false;
  }
  return true;
}

const COLOURS = 3;
/** Red, green, blue and opacity. */
const BYTES = 4;

/** Whether the level at `at` in `one` lies between those of the same colour around it in `other`. */
function isBetween(one: PNG, other: PNG, at: number): boolean {
  const pixel = Math.floor(at / BYTES);
  const [x, y] = [pixel % other.width, Math.floor(pixel / other.width)];
  let [least, most] = [255, 0];
  for (let row = Math.max(0, y - 1); row <= Math.min(other.height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(other.width - 1, x + 1); column++) {
      const level = other.data[(row * other.width + column) * BYTES + (at % BYTES)] ?? 0;
      least = Math.min(least, level);
      most = Math.max(most, level);
    }
  const level = one.data[at] ?? 0;
  return level >= least - SAME_LEVELS && level <= most + SAME_LEVELS;
}
