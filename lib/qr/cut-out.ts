import type { FoundQr, GreyPicture, Point } from './picture.ts';
import { cornersOf, type Place } from './place.ts';
import { halve } from './planes.ts';
import { MAX_JSQR_PIXELS, readWhole } from './read-whole.ts';

/** Room round the place, as a part of its side: perspective moves the fourth corner outwards. */
const ROOM = 0.3;

/** Reads the part of a plane that a place lies in by the decoders' own ways of finding a code. */
export function readCutOut(
  plane: GreyPicture,
  place: Place,
  decoders: 'both' | 'quick' = 'both',
): FoundQr | undefined {
  const box = boxOf(plane, place);
  if (box.width < 21 || box.height < 21) return undefined;
  const data = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y += 1) {
    const from = (box.top + y) * plane.width + box.left;
    data.set(plane.data.subarray(from, from + box.width), y * box.width);
  }
  let cut: GreyPicture = { width: box.width, height: box.height, data };
  let scale = 1;
  while (cut.width * cut.height > MAX_JSQR_PIXELS) {
    cut = halve(cut);
    scale *= 2;
  }
  const found = readWhole(cut, decoders);
  if (found === undefined) return undefined;
  const outer = ({ x, y }: Point): Point => ({ x: x * scale + box.left, y: y * scale + box.top });
  const [topLeft, topRight, bottomRight, bottomLeft] = found.corners;
  return {
    text: found.text,
    corners: [outer(topLeft), outer(topRight), outer(bottomRight), outer(bottomLeft)],
  };
}

function boxOf({ width, height }: GreyPicture, place: Place) {
  const corners = cornersOf(place, Math.max(21, Math.round(place.roughSize)));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [minX, maxX, minY, maxY] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const room = ROOM * Math.max(maxX - minX, maxY - minY);
  const left = Math.max(0, Math.floor(minX - room));
  const top = Math.max(0, Math.floor(minY - room));
  return {
    left,
    top,
    width: Math.min(width, Math.ceil(maxX + room)) - left,
    height: Math.min(height, Math.ceil(maxY + room)) - top,
  };
}
