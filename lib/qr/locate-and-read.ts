import { findFinders } from './finder.ts';
import { normalise } from './normalise.ts';
import type { FoundQr, GreyPicture, Point, RgbaPicture } from './picture.ts';
import { cornersOf, findPlaces, findPlacesOfTwo, type Place } from './place.ts';
import { quickLook } from './quick-look.ts';
import { readPlace } from './read-place.ts';

/** The original picture. Codes are located on a plane made of it, but read from the original. */
export interface Source {
  readonly picture: GreyPicture | RgbaPicture;
  readonly channels: 1 | 4;
  /** Shade behind transparent pixels. */
  readonly behind: number;
}

/** What the searches so far have found. */
export interface Progress {
  readonly found: FoundQr[];
  /** Places that gave no text; a later search does not try them again. */
  readonly failed: Place[];
  /** The most finder patterns that one search found. */
  finders: number;
  /** Asked between steps; true ends the search. */
  readonly isDone: () => boolean;
}

/** How thorough one search is. */
export interface Search {
  /** Least step in shades that makes an edge. */
  readonly contrast: number;
  /** Every `rowStep`th row is looked at. */
  readonly rowStep: number;
  /** Pixels of the source for each pixel of the plane. */
  readonly scale: number;
}

/** Places tried in one search. Codes come first, so that the rest is clutter. */
const MAX_TRIES = 24;

/** Agreement of the timing patterns that is worth a try; noise seldom has so much. */
const LEAST_TIMING = 0.5;
const LEAST_TIMING_OF_TWO = 0.6;

/** Of the fixed modules; a code that a tooltip half covers still has more. */
const LEAST_FIXED = 0.62;

/** Places looked at for timing patterns, the least strained first. */
const MAX_PLACES = 300;

/** Reads all codes whose finder patterns show on `plane`; adds them to `found`. */
export function locateAndRead(
  source: Source,
  plane: GreyPicture,
  search: Search,
  progress: Progress,
): void {
  const { found, failed, isDone } = progress;
  const finders = findFinders(plane, search.contrast, search.rowStep);
  progress.finders = Math.max(progress.finders, finders.length);
  const free = finders.filter((finder) => !isInside(found, scalePoint(finder, search.scale)));
  const read = (places: readonly Place[], leastTiming: number): void => {
    const worth = places
      .slice(0, MAX_PLACES)
      .map((place) => ({ place, ...quickLook(plane, place) }))
      .filter(({ timing, fixed }) => timing >= leastTiming && fixed >= LEAST_FIXED)
      .sort((a, b) => b.timing - b.place.strain - (a.timing - a.place.strain))
      .slice(0, MAX_TRIES);
    for (const { place } of worth) {
      if (isDone()) return;
      const full = scalePlace(place, search.scale);
      if (isInside(found, middleOf(full)) || failed.some((other) => areSame(full, other))) continue;
      const cut = normalise(source.picture, source.channels, full, source.behind);
      if (cut === undefined) continue;
      const reading = readPlace(cut);
      if (reading !== undefined) {
        found.push({ text: reading.text, corners: cornersOf(full, reading.size) });
      } else failed.push(full);
    }
  };
  read(findPlaces(free), LEAST_TIMING);
  if (found.length === 0) read(findPlacesOfTwo(free), LEAST_TIMING_OF_TWO);
}

function scalePoint({ x, y }: Point, scale: number): Point {
  return { x: x * scale, y: y * scale };
}

function scalePlace(place: Place, scale: number): Place {
  if (scale === 1) return place;
  return {
    ...place,
    topLeft: scalePoint(place.topLeft, scale),
    topRight: scalePoint(place.topRight, scale),
    bottomLeft: scalePoint(place.bottomLeft, scale),
    finders: place.finders.map((finder) => ({
      ...finder,
      ...scalePoint(finder, scale),
      modulePixels: finder.modulePixels * scale,
    })),
  };
}

function middleOf({ topRight, bottomLeft }: Place): Point {
  return { x: (topRight.x + bottomLeft.x) / 2, y: (topRight.y + bottomLeft.y) / 2 };
}

/** Half a module apart at most, so sampling would give the same. */
function areSame(a: Place, b: Place): boolean {
  const side = Math.hypot(a.topRight.x - a.topLeft.x, a.topRight.y - a.topLeft.y);
  const near = (p: Point, q: Point): boolean =>
    Math.hypot(p.x - q.x, p.y - q.y) * 2 * (a.roughSize - 7) < side;
  return (
    near(a.topLeft, b.topLeft) && near(a.topRight, b.topRight) && near(a.bottomLeft, b.bottomLeft)
  );
}

/** Whether the point lies in a code that was read: each side of the code then has the point on its right. */
function isInside(found: readonly FoundQr[], { x, y }: Point): boolean {
  return found.some(({ corners }) =>
    corners.every((from, index) => {
      const to = corners[(index + 1) % 4] ?? from;
      return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
    }),
  );
}
