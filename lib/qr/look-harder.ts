import { readCutOut } from './cut-out.ts';
import { fillGaps } from './fill-gaps.ts';
import { findFinders } from './finder.ts';
import {
  locateAndRead,
  middleOf,
  scalePlace,
  type Progress,
  type Source,
} from './locate-and-read.ts';
import { normalise } from './normalise.ts';
import type { FoundQr, GreyPicture } from './picture.ts';
import { cornersOf, findPlaces, type Place } from './place.ts';
import { quickLook } from './quick-look.ts';
import { readCoveredPlace } from './read-place.ts';
import { readWhole } from './read-whole.ts';

/** The picture's brightness at full, half and quarter size. */
export type Planes = readonly [
  full: () => GreyPicture,
  half: () => GreyPicture,
  quarter: () => GreyPicture,
];

/** Places that are read once more. */
const MAX_COVERED = 6;
/** Cut-outs cost up to a tenth of a second each. */
const MAX_CUT_OUTS = 4;
const MAX_QUICK_CUT_OUTS = 2;
/** Places looked at for timing patterns, the least strained first. */
const MAX_ANGLED = 600;
/** A larger plane is looked at by its halves only. */
const MAX_PIXELS = 2_500_000;
/** In a larger picture the decoders' own search takes longer than anyone waits. */
const MAX_WHOLE_PIXELS = 10_000_000;

/**
 * What costs more than it mostly gives, for a picture in which nothing was
 * found: see-through tooltips, headers over the top of a code, codes drawn as
 * text, and photographs at an angle. Adds one code at most.
 */
export function lookHarder(source: Source, planes: Planes, progress: Progress): void {
  const [full] = planes;
  const steps: readonly (() => FoundQr | undefined)[] = [
    () => readCovered(source, progress),
    () => readUnderHeader(source, planes, progress),
    () => readText(source, planes, progress),
    () => readAtAngle(planes, progress, 'both'),
    () =>
      progress.finders > 1 && full().width * full().height <= MAX_WHOLE_PIXELS
        ? readWhole(full())
        : undefined,
  ];
  for (const step of steps) {
    if (progress.isDone()) return;
    const found = step();
    if (found !== undefined) progress.found.push(found);
    if (progress.found.length > 0) return;
  }
}

/** The places that failed, with thresholds that follow what lies over the code. */
function readCovered(source: Source, { failed, isDone }: Progress): FoundQr | undefined {
  for (const place of failed.slice(0, MAX_COVERED)) {
    if (isDone()) return undefined;
    const cut = normalise(source.picture, source.channels, place, source.behind);
    const reading = cut && readCoveredPlace(cut);
    if (reading) return { text: reading.text, corners: cornersOf(place, reading.size) };
  }
  return undefined;
}

function readUnderHeader(source: Source, [full, half]: Planes, progress: Progress): undefined {
  if (progress.finders === 0) return;
  const isLarge = full().width * full().height > MAX_PIXELS;
  const plane = isLarge ? half() : full();
  const scale = isLarge ? 2 : 1;
  locateAndRead(source, plane, { contrast: 40, rowStep: 2, scale, cut: true }, progress);
}

/** Lines of text leave light (on dark pages dark) stripes in a code. */
function readText(source: Source, planes: Planes, progress: Progress): undefined {
  for (const [index, plane] of planes.entries()) {
    if (plane().width * plane().height > MAX_PIXELS) continue;
    for (const ink of ['dark', 'light'] as const) {
      if (progress.isDone() || progress.found.length > 0) return;
      const scale = 2 ** index;
      locateAndRead(source, fillGaps(plane(), ink), { contrast: 40, rowStep: 2, scale }, progress);
    }
  }
}

/**
 * Photographs: the decoders themselves follow perspective, in a part of the
 * picture at a time. quick: the likeliest places by the decoder that soon says
 * no, before everything else is tried in vain.
 */
export function readAtAngle(
  [full, half]: Planes,
  { doubtful, failed, isDone }: Progress,
  decoders: 'both' | 'quick',
): FoundQr | undefined {
  const isLarge = full().width * full().height > MAX_PIXELS;
  const plane = isLarge ? half() : full();
  const angled = findPlaces(findFinders(plane, 40, 2), 'angled')
    .slice(0, MAX_ANGLED)
    .map((place) => ({ place, rank: quickLook(plane, place).timing - place.strain }))
    .sort((one, other) => other.rank - one.rank)
    .map(({ place }) => scalePlace(place, isLarge ? 2 : 1));
  const others = decoders === 'both' ? [...doubtful, ...failed] : [];
  const most = decoders === 'both' ? MAX_CUT_OUTS : MAX_QUICK_CUT_OUTS;
  const tried: Place[] = [];
  for (const place of [...angled, ...others]) {
    if (isDone() || tried.length >= most) return undefined;
    if (tried.some((other) => isNear(place, other))) continue;
    tried.push(place);
    const found = readCutOut(full(), place, decoders);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the cut-outs of two places would show about the same. */
function isNear(one: Place, other: Place): boolean {
  const side = Math.hypot(one.topRight.x - one.topLeft.x, one.topRight.y - one.topLeft.y);
  const [a, b] = [middleOf(one), middleOf(other)];
  return Math.hypot(a.x - b.x, a.y - b.y) < side / 4;
}
