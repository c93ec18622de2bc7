import type { Finder } from './finder.ts';
import type { Corners, Point } from './picture.ts';

/** Where a code is supposed to lie: the middles of its three finder patterns. */
export interface Place {
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
  readonly tone: Finder['tone'];
  /**
   * The number of modules a side, estimated from the finders' distance and the
   * width of a module; it may be some modules off.
   */
  readonly roughSize: number;
  readonly finders: readonly Finder[];
  /**
   * How far the finders are from those of an undistorted code: 0 is a
   * right-angled isosceles triangle of equal finders.
   */
  readonly strain: number;
}

/** The number of finders that are combined; those found on the most rows come first. */
const MAX_TOGETHER = 60;

/**
 * Every three finders that can be the corners of one code, least strained
 * first; with 'angled' also of one that is seen at an angle.
 */
export function findPlaces(
  finders: readonly Finder[],
  view: 'flat' | 'angled' = 'flat',
): readonly Place[] {
  const places: Place[] = [];
  for (const tone of ['dark', 'light'] as const) {
    const own = finders
      .filter((finder) => finder.tone === tone)
      .sort((a, b) => b.rows - a.rows)
      .slice(0, MAX_TOGETHER);
    for (const [i, a] of own.entries()) {
      for (let j = i + 1; j < own.length; j += 1) {
        const b = own[j];
        if (b === undefined || !areAlike(a, b)) continue;
        for (let k = j + 1; k < own.length; k += 1) {
          const c = own[k];
          if (c === undefined || !areAlike(a, c) || !areAlike(b, c)) continue;
          const place = placeOf(a, b, c, view);
          if (place !== undefined) places.push(place);
        }
      }
    }
  }
  return places.sort((a, b) => a.strain - b.strain);
}

/**
 * Gives places where one finder is hidden, by a tooltip or a cursor: every way
 * in which two finders can be corners of a square. For each pair there are six.
 */
export function findPlacesOfTwo(finders: readonly Finder[]): readonly Place[] {
  const places: Place[] = [];
  const own = finders.toSorted((a, b) => b.rows - a.rows).slice(0, 16);
  for (const [i, a] of own.entries()) {
    for (const b of own.slice(i + 1)) {
      if (a.tone !== b.tone || !areAlike(a, b)) continue;
      for (const [p, q] of [
        [a, b],
        [b, a],
      ] as const) {
        const dx = q.x - p.x;
        const dy = q.y - p.y;
        // Clockwise on a screen, where y grows downwards, is (x, y) → (-y, x).
        const add = (topLeft: Point, topRight: Point, bottomLeft: Point): void => {
          const place = make(topLeft, topRight, bottomLeft, [p, q]);
          if (place !== undefined) places.push(place);
        };
        add(p, q, { x: p.x - dy, y: p.y + dx });
        add(p, { x: p.x + dy, y: p.y - dx }, q);
        add({ x: (p.x + q.x + dy) / 2, y: (p.y + q.y - dx) / 2 }, q, p);
      }
    }
  }
  return places;
}

/**
 * Places of one whole finder and two of which something hides a part: three
 * such parts alone would be found in any texture.
 */
export function findPlacesOfCut(
  finders: readonly Finder[],
  cut: readonly Finder[],
): readonly Place[] {
  const places: Place[] = [];
  const whole = finders.toSorted((a, b) => b.rows - a.rows).slice(0, 8);
  const parts = cut.toSorted((a, b) => b.rows - a.rows).slice(0, MAX_TOGETHER);
  for (const a of whole) {
    const alike = parts.filter((part) => part.tone === a.tone && areAlike(part, a));
    for (const [i, b] of alike.entries()) {
      for (const c of alike.slice(i + 1)) {
        const place = areAlike(b, c) ? placeOf(a, b, c, 'flat') : undefined;
        if (place !== undefined) places.push(place);
      }
    }
  }
  return places.sort((a, b) => a.strain - b.strain);
}

/** The outer corners of a code of `size` modules at a place. */
export function cornersOf(place: Place, size: number): Corners {
  const at = (column: number, row: number): Point => pointAt(place, size, column, row);
  return [at(0, 0), at(size, 0), at(size, size), at(0, size)];
}

/** The pixel under a point given in modules. */
export function pointAt(place: Place, size: number, column: number, row: number): Point {
  const { topLeft, topRight, bottomLeft } = place;
  const u = (column - 3.5) / (size - 7);
  const v = (row - 3.5) / (size - 7);
  return {
    x: topLeft.x + u * (topRight.x - topLeft.x) + v * (bottomLeft.x - topLeft.x),
    y: topLeft.y + u * (topRight.y - topLeft.y) + v * (bottomLeft.y - topLeft.y),
  };
}

function areAlike(a: Finder, b: Finder): boolean {
  const ratio = a.modulePixels / b.modulePixels;
  return ratio < 1.5 && ratio > 1 / 1.5;
}

function placeOf(a: Finder, b: Finder, c: Finder, view: 'flat' | 'angled'): Place | undefined {
  const ab = distance(a, b);
  const bc = distance(b, c);
  const ca = distance(c, a);
  const longest = Math.max(ab, bc, ca);
  // The right angle, top left, lies opposite the longest side.
  const [corner, p, q] = longest === bc ? [a, b, c] : longest === ca ? [b, c, a] : [c, a, b];
  const turn = (p.x - corner.x) * (q.y - corner.y) - (p.y - corner.y) * (q.x - corner.x);
  const place = turn > 0 ? make(corner, p, q, [a, b, c]) : make(corner, q, p, [a, b, c]);
  return view === 'angled' || (place && isFlat(place)) ? place : undefined;
}

/** A page may stretch a picture that stands upright; a square at an angle to the page is not stretched. */
function isFlat({ topLeft, topRight, bottomLeft }: Place): boolean {
  const { cosine, sides } = skewOf(topLeft, topRight, bottomLeft);
  return cosine <= 0.2 && sides <= (cosine < 0.05 ? 0.4 : 0.25);
}

/** The cosine of the angle at the top left, and the part by which one side is shorter. */
function skewOf(topLeft: Point, topRight: Point, bottomLeft: Point) {
  const across = distance(topLeft, topRight);
  const down = distance(topLeft, bottomLeft);
  const dot =
    (topRight.x - topLeft.x) * (bottomLeft.x - topLeft.x) +
    (topRight.y - topLeft.y) * (bottomLeft.y - topLeft.y);
  return {
    cosine: Math.abs(dot) / (across * down),
    sides: Math.abs(across - down) / Math.max(across, down),
  };
}

function make(
  topLeft: Point,
  topRight: Point,
  bottomLeft: Point,
  finders: readonly Finder[],
): Place | undefined {
  const across = distance(topLeft, topRight);
  const down = distance(topLeft, bottomLeft);
  const dx = topRight.x - topLeft.x;
  const dy = topRight.y - topLeft.y;
  const { cosine, sides } = skewOf(topLeft, topRight, bottomLeft);
  if (cosine > 0.5 || sides > 0.5) return undefined;
  const units = finders.map(({ modulePixels }) => modulePixels);
  // A row crosses the modules of a turned code at a slant, so that they look wider than they
  // are.
  const turned = Math.max(Math.abs(dx), Math.abs(dy)) / across;
  const unit = (units.reduce((sum, each) => sum + each, 0) / units.length) * turned;
  const roughSize = (across + down) / 2 / unit + 7;
  // 21 modules is version 1, 177 is version 40.
  if (roughSize < 17 || roughSize > 190) return undefined;
  const spread = (Math.max(...units) - Math.min(...units)) / unit;
  const tone = finders[0]?.tone ?? 'dark';
  return {
    topLeft,
    topRight,
    bottomLeft,
    tone,
    roughSize,
    finders,
    strain: cosine + sides + spread / 2,
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
