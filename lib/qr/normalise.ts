import type { GreyPicture, Point, RgbaPicture } from './picture.ts';
import type { Place } from './place.ts';

/** A cut-out in which the code is black on white, and its place there. */
export interface Normalised {
  readonly plane: GreyPicture;
  readonly place: Place;
  /** Where the cut-out lies in the picture. */
  readonly left: number;
  readonly top: number;
}

/**
 * The shades that the code's two colours get. The shades beyond them are for
 * gradients that go past the colours.
 */
export const DARK = 48;
export const LIGHT = 208;

/** A pixel as one number a channel. */
type Shades = readonly number[];

/**
 * Cuts the code out and turns every pixel into its place on the line from the
 * code's dark colour (DARK) to its light one (LIGHT), as its finder patterns show
 * them. One formula serves low contrast, colours of equal brightness, page
 * opacity and light-on-dark. `channels` is 4 for RGBA, 1 for grey.
 */
export function normalise(
  picture: GreyPicture | RgbaPicture,
  channels: 1 | 4,
  place: Place,
  behind: number,
): Normalised | undefined {
  const { width, height, data } = picture;
  const colours = channels === 4 ? 3 : 1;
  const read = (at: number, colour: number): number => {
    const shade = data[at * channels + colour] ?? 0;
    const alpha = channels === 1 ? 255 : (data[at * 4 + 3] ?? 0);
    return alpha === 255 ? shade : behind + ((shade - behind) * alpha) / 255;
  };
  const at = ({ x, y }: Point): number =>
    Math.min(height - 1, Math.max(0, Math.floor(y))) * width +
    Math.min(width - 1, Math.max(0, Math.floor(x)));
  const mean = (points: readonly Point[]): Shades =>
    Array.from(
      { length: colours },
      (_colour, colour) =>
        points.reduce((sum, point) => sum + read(at(point), colour), 0) / points.length,
    );
  const [darkPoints, lightPoints] = tonePoints(place);
  const dark = mean(darkPoints);
  const axis = mean(lightPoints).map((shade, colour) => shade - (dark[colour] ?? 0));
  const square = axis.reduce((sum, each) => sum + each * each, 0);
  if (square < 4) return undefined;

  const [dark0 = 0, dark1 = 0, dark2 = 0] = dark;
  const [axis0 = 0, axis1 = 0, axis2 = 0] = axis.map((each) => each / square);
  const alongAxis = (from: number): number =>
    colours === 1
      ? (read(from, 0) - dark0) * axis0
      : (read(from, 0) - dark0) * axis0 +
        (read(from, 1) - dark1) * axis1 +
        (read(from, 2) - dark2) * axis2;
  const [darkest, lightest] = extremes(place, (point) => alongAxis(at(point)));
  const stretch = (LIGHT - DARK) / Math.max(0.1, lightest - darkest);
  const box = boxOf(place, width, height);
  const plane = new Uint8ClampedArray(box.width * box.height);
  for (let y = 0, to = 0; y < box.height; y += 1) {
    let from = (y + box.top) * width + box.left;
    for (let x = 0; x < box.width; x += 1, from += 1, to += 1) {
      plane[to] = DARK + stretch * (alongAxis(from) - darkest);
    }
  }
  const shift = ({ x, y }: Point): Point => ({ x: x - box.left, y: y - box.top });
  return {
    plane: { width: box.width, height: box.height, data: new Uint8Array(plane.buffer) },
    place: {
      ...place,
      tone: 'dark',
      topLeft: shift(place.topLeft),
      topRight: shift(place.topRight),
      bottomLeft: shift(place.bottomLeft),
    },
    left: box.left,
    top: box.top,
  };
}

/**
 * Points in the middles of the finders, and in the ring two modules off, which
 * has the other tone.
 */
function tonePoints(place: Place): readonly [readonly Point[], readonly Point[]] {
  const { topLeft, topRight, bottomLeft, roughSize } = place;
  const modules = roughSize - 7;
  const ux = (2 * (topRight.x - topLeft.x)) / modules;
  const uy = (2 * (topRight.y - topLeft.y)) / modules;
  const vx = (2 * (bottomLeft.x - topLeft.x)) / modules;
  const vy = (2 * (bottomLeft.y - topLeft.y)) / modules;
  // Only finders that were found are asked: a supposed one may be hidden.
  const middles = place.finders.map(({ x, y }) => ({ x, y }));
  return [
    middles,
    middles.flatMap(({ x, y }) => [
      { x: x + ux, y: y + uy },
      { x: x - ux, y: y - uy },
      { x: x + vx, y: y + vy },
      { x: x - vx, y: y - vy },
    ]),
  ];
}

/**
 * The dark and the light of the code's inside, a few percent of outliers left
 * out. The finders alone would do without a blur; in one, their thin light ring
 * is far from the light of larger areas.
 */
function extremes(place: Place, shadeOf: (point: Point) => number): readonly [number, number] {
  const { topLeft, topRight, bottomLeft } = place;
  const shades: number[] = [];
  for (let row = 0; row < 48; row += 1) {
    for (let column = 0; column < 48; column += 1) {
      const u = (column + 0.5) / 48;
      const v = (row + 0.5) / 48;
      shades.push(
        shadeOf({
          x: topLeft.x + u * (topRight.x - topLeft.x) + v * (bottomLeft.x - topLeft.x),
          y: topLeft.y + u * (topRight.y - topLeft.y) + v * (bottomLeft.y - topLeft.y),
        }),
      );
    }
  }
  shades.sort((a, b) => a - b);
  const part = Math.floor(shades.length * 0.03);
  return [shades[part] ?? 0, shades[shades.length - 1 - part] ?? 1];
}

function boxOf(place: Place, width: number, height: number) {
  const { topLeft, topRight, bottomLeft, roughSize } = place;
  const bottomRight = {
    x: topRight.x + bottomLeft.x - topLeft.x,
    y: topRight.y + bottomLeft.y - topLeft.y,
  };
  const corners = [topLeft, topRight, bottomLeft, bottomRight];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const side = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  // From a finder's middle to the code's corner it is three and a half modules, times √2 when
  // the code is turned, and some to spare.
  const border = (7 * side) / (roughSize - 7) + 2;
  const left = Math.max(0, Math.floor(Math.min(...xs) - border));
  const top = Math.max(0, Math.floor(Math.min(...ys) - border));
  const right = Math.min(width, Math.ceil(Math.max(...xs) + border));
  const bottom = Math.min(height, Math.ceil(Math.max(...ys) + border));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
