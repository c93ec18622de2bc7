import { AppError } from '../errors.ts';
import { QR_PIXELS_MAX } from '../limits.ts';
import { locateAndRead, type Progress, type Search, type Source } from './locate-and-read.ts';
import { lookHarder, readAtAngle } from './look-harder.ts';
import type { DecodeBudget, FoundQr, GreyPicture, RgbaPicture } from './picture.ts';
import { findColouredRows, getOpacity, halve, takeColour, takeLuma } from './planes.ts';

/** From here on a code is looked for at half the size first: such screens and photos show it large. */
const LARGE_PIXELS = 10_000_000;

/**
 * The colours that are searched alone. Green comes last, because it makes up
 * most of the brightness, which was searched already.
 */
const COLOURS = ['blue', 'red', 'green'] as const;

/**
 * Finds every QR text in a grey picture (8 bits, composited on white). Throws
 * 'picture-too-large', or 'picture-unreadable' when the sizes do not fit the
 * bytes.
 */
export function decodeGrey(picture: GreyPicture, budget: DecodeBudget = {}): readonly FoundQr[] {
  check(picture, 1, budget);
  return cascade({ picture, channels: 1, behind: 255 }, () => picture, budget);
}

/**
 * Finds every QR text in an RGBA picture. Transparent pixels count as white
 * first and, if nothing was found, as black. Throws as decodeGrey does.
 */
export function decodeRgba(picture: RgbaPicture, budget: DecodeBudget = {}): readonly FoundQr[] {
  check(picture, 4, budget);
  const on = (behind: number): readonly FoundQr[] =>
    cascade({ picture, channels: 4, behind }, () => takeLuma(picture, behind), budget);
  const onWhite = on(255);
  if (onWhite.length > 0 || getOpacity(picture) === 'opaque') return onWhite;
  return on(0);
}

function check(
  { width, height, data }: GreyPicture | RgbaPicture,
  bytesPerPixel: number,
  { maxPixels = QR_PIXELS_MAX }: DecodeBudget,
): void {
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 1 || height < 1) {
    throw new AppError('picture-unreadable');
  }
  if (width * height > maxPixels) throw new AppError('picture-too-large');
  if (data.length !== width * height * bytesPerPixel) throw new AppError('picture-unreadable');
}

/** Runs the searches in turn, the cheapest and most often successful first. */
function cascade(
  source: Source,
  lumaOf: () => GreyPicture,
  { isOver = () => false, isEnough = () => false }: DecodeBudget,
): readonly FoundQr[] {
  const found: FoundQr[] = [];
  const isDone = (): boolean => isOver() || isEnough(found);
  const progress: Progress = { found, failed: [], doubtful: [], finders: 0, isDone };
  if (isDone()) return found;
  const luma = lumaOf();
  const rowStep = luma.width * luma.height > 2_500_000 ? 3 : 2;
  const half = once(() => halve(luma));
  const quarter = once(() => halve(half()));
  const search = (plane: () => GreyPicture, options: Search): void => {
    if (!isDone()) locateAndRead(source, plane(), options, progress);
  };
  if (luma.width * luma.height > LARGE_PIXELS) {
    for (const contrast of [40, 14]) search(half, { contrast, rowStep: 2, scale: 2 });
  }
  const planes = [() => luma, half, quarter] as const;
  // Codes that show only at the full size may stand beside a large one.
  const isAny = found.length > 0;
  search(() => luma, { contrast: 40, rowStep, scale: 1 });
  if (found.length === 0 && progress.failed.length > 0 && !isDone()) {
    found.push(...[readAtAngle(planes, progress, 'quick')].filter((one) => one !== undefined));
  }
  for (const contrast of isAny ? [] : [14, 5]) search(() => luma, { contrast, rowStep, scale: 1 });
  if (found.length === 0) {
    // A code may be drawn as dots, or as cells with gaps between them. At half the size the
    // gaps are gone.
    for (const contrast of [90, 14]) search(half, { contrast, rowStep: 1, scale: 2 });
    if (found.length > 0) return found;
  }
  if (source.channels === 4) {
    const { picture, behind } = source;
    const rows = findColouredRows(picture, rowStep);
    // A further code, drawn in two colours of equal brightness, may stand beside those found.
    for (const colour of found.length > 0 ? COLOURS.slice(0, 2) : COLOURS) {
      if (!rows.includes(1)) break;
      const plane = (): GreyPicture => takeColour(picture, colour, { luma, rows, behind });
      search(plane, { contrast: 24, rowStep, scale: 1, rows });
    }
  }
  if (found.length > 0) return found;
  for (const contrast of [90, 14]) search(quarter, { contrast, rowStep: 1, scale: 4 });
  if (found.length === 0) lookHarder(source, planes, progress);
  return found;
}

/** The value of `make`, computed at the first call only. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
