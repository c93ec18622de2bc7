import { findCutFinders } from './cut-finder.ts';
import { findFinders } from './finder.ts';
import { normalise } from './normalise.ts';
import type { FoundQr, GreyPicture, Point, RgbaPicture } from './picture.ts';
import { cornersOf, findPlaces, findPlacesOfCut, findPlacesOfTwo, type Place } from './place.ts';
import { quickLook, type QuickLook } from './quick-look.ts';
import { readPlace, type PlaceReading } from './read-place.ts';

/** The original picture. Codes are located on a plane made of it, but read from the original. */
export type Source = {
  /** The shade that shows through transparent pixels. */
  readonly behind: number;
} & (
  | { readonly picture: GreyPicture; readonly channels: 1 }
  | { readonly picture: RgbaPicture; readonly channels: 4 }
);

/** What the searches so far have found. */
export interface Progress {
  readonly found: FoundQr[];
  /** The places that gave no text. A later search does not try them again. */
  readonly failed: Place[];
  /** The likeliest places whose modules are not where a flat code would have them. */
  readonly doubtful: Place[];
  /** The most finder patterns that one search found. */
  finders: number;
  /** Asked between the steps of a search; true ends it. */
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
  /** For each row of the plane 1 where it is looked at, else 0; absent: all are. */
  readonly rows?: Uint8Array;
  /** Also places of which two finders lie in part under something. */
  readonly cut?: boolean;
}

/**
 * The number of places that one search tries. The likeliest come first, so that
 * the rest is clutter.
 */
const MAX_TRIES = 24;

/** The least agreement of the timing patterns that is worth a try. Noise seldom has so much. */
const LEAST_TIMING = 0.5;
const LEAST_TIMING_OF_TWO = 0.6;

/**
 * The least agreement of the fixed modules that is worth a try. A code that a
 * tooltip half covers still has more.
 */
const LEAST_FIXED = 0.62;

/** Of the places that one search turns down, those that may be codes seen at an angle. */
const MAX_DOUBTFUL = 3;

/** The number of places whose timing patterns are looked at, the least strained place first. */
const MAX_PLACES = 300;

/** Reads all codes whose finder patterns show on `plane`; adds them to `found`. */
export function locateAndRead(
  source: Source,
  plane: GreyPicture,
  search: Search,
  progress: Progress,
): void {
  const { found } = progress;
  const finders = findFinders(plane, search.contrast, search.rowStep, search.rows);
  progress.finders = Math.max(progress.finders, finders.length);
  const free = finders.filter((finder) => !isInside(found, scalePoint(finder, search.scale)));
  const reader = new PlaceReader(source, plane, search.scale, progress);
  reader.read(findPlaces(free), LEAST_TIMING);
  if (found.length === 0) reader.read(findPlacesOfTwo(free), LEAST_TIMING_OF_TWO);
  if (found.length === 0 && search.cut === true) {
    const cut = findCutFinders(plane, search.contrast, search.rowStep);
    reader.read(findPlacesOfCut(free, cut), LEAST_TIMING);
  }
}

/** Reads what lies at the places of one plane. */
class PlaceReader {
  readonly #source: Source;
  readonly #plane: GreyPicture;
  readonly #scale: number;
  readonly #progress: Progress;

  constructor(source: Source, plane: GreyPicture, scale: number, progress: Progress) {
    this.#source = source;
    this.#plane = plane;
    this.#scale = scale;
    this.#progress = progress;
  }

  read(places: readonly Place[], leastTiming: number): void {
    const { found, failed, doubtful, isDone } = this.#progress;
    const ranked = places
      .slice(0, MAX_PLACES)
      .map((place) => ({ place, ...quickLook(this.#plane, place) }))
      .sort((a, b) => b.timing - b.place.strain - (a.timing - a.place.strain));
    const isWorth = ({ timing, fixed }: QuickLook): boolean =>
      timing >= leastTiming && fixed >= LEAST_FIXED;
    const others = ranked.filter((one) => !isWorth(one)).slice(0, MAX_DOUBTFUL);
    doubtful.push(...others.map(({ place }) => scalePlace(place, this.#scale)));
    for (const { place } of ranked.filter(isWorth).slice(0, MAX_TRIES)) {
      if (isDone()) return;
      const full = scalePlace(place, this.#scale);
      if (isInside(found, middleOf(full)) || failed.some((other) => areSame(full, other))) continue;
      const reading = this.#readOne(full);
      if (reading === undefined) failed.push(full);
      else found.push({ text: reading.text, corners: cornersOf(full, reading.size) });
    }
  }

  #readOne(place: Place): PlaceReading | undefined {
    const { picture, channels, behind } = this.#source;
    const cut = normalise(picture, channels, place, behind);
    return cut && readPlace(cut);
  }
}

function scalePoint({ x, y }: Point, scale: number): Point {
  return { x: x * scale, y: y * scale };
}

export function scalePlace(place: Place, scale: number): Place {
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

export function middleOf({ topRight, bottomLeft }: Place): Point {
  return { x: (topRight.x + bottomLeft.x) / 2, y: (topRight.y + bottomLeft.y) / 2 };
}

/** Whether two places are half a module apart at most, so that sampling would give the same. */
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
