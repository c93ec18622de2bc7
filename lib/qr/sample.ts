import type { GreyPicture } from './picture.ts';
import { pointAt, type Place } from './place.ts';

/**
 * Takes one shade for each module, row by row. `spread` is how far from a
 * module's middle the samples lie, in modules: near it in small or dotted
 * codes, further out where noise is to be averaged away.
 */
export function sampleModules(
  plane: GreyPicture,
  place: Place,
  size: number,
  spread: number,
): Float32Array {
  const shades = new Float32Array(size * size);
  const origin = pointAt(place, size, 0, 0);
  const right = pointAt(place, size, 1, 0);
  const below = pointAt(place, size, 0, 1);
  const ux = right.x - origin.x;
  const uy = right.y - origin.y;
  const vx = below.x - origin.x;
  const vy = below.y - origin.y;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const u = column + 0.5 + dx * spread;
          const v = row + 0.5 + dy * spread;
          const weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
          sum += weight * shadeAt(plane, origin.x + u * ux + v * vx, origin.y + u * uy + v * vy);
        }
      }
      shades[row * size + column] = sum / 16;
    }
  }
  return shades;
}

/**
 * The shade at a point, bilinear between the middles of pixels. Outside the
 * picture its border goes on.
 */
function shadeAt({ width, height, data }: GreyPicture, x: number, y: number): number {
  const left = Math.min(width - 1.001, Math.max(0, x - 0.5));
  const top = Math.min(height - 1.001, Math.max(0, y - 0.5));
  const column = Math.floor(left);
  const row = Math.floor(top);
  const right = left - column;
  const down = top - row;
  const at = row * width + column;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}
