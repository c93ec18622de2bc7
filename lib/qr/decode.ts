import jsQR from 'jsqr';
import { AppError } from '../errors.ts';
import type { DecodeBudget, FoundQr, GreyPicture, RgbaPicture } from './picture.ts';

/** 3840 × 2160 with room to spare; jsQR on noise costs about 1 µs a pixel. */
const MAX_PIXELS = 3840 * 2400;

/** Ant Design Vue's QR canvas has no quiet zone of its own: jsQR needs about 16 px of it. */
const QUIET_PIXELS = 16;

/**
 * Every QR text in a grey picture (8 bits, composited on white).
 * Throws 'picture-too-large', or 'picture-unreadable' when the sizes do not fit the bytes.
 */
export function decodeGrey(picture: GreyPicture, budget: DecodeBudget = {}): readonly FoundQr[] {
  check(picture, 1, budget);
  return decodeWith(picture, budget, (index) => picture.data[index] ?? 255);
}

/**
 * Every QR text in an RGBA picture; what is transparent counts as white.
 * Throws as decodeGrey does.
 */
export function decodeRgba(picture: RgbaPicture, budget: DecodeBudget = {}): readonly FoundQr[] {
  check(picture, 4, budget);
  const { data } = picture;
  return decodeWith(picture, budget, (index) => {
    const at = index * 4;
    const alpha = data[at + 3] ?? 0;
    const luma =
      0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    return 255 + ((luma - 255) * alpha) / 255;
  });
}

function check(
  { width, height, data }: GreyPicture | RgbaPicture,
  bytesPerPixel: number,
  { maxPixels = MAX_PIXELS }: DecodeBudget,
): void {
  if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height) || width < 1 || height < 1) {
    throw new AppError('picture-unreadable');
  }
  if (width * height > maxPixels) throw new AppError('picture-too-large');
  if (data.length !== width * height * bytesPerPixel) throw new AppError('picture-unreadable');
}

function decodeWith(
  { width, height }: { readonly width: number; readonly height: number },
  { isOver = () => false }: DecodeBudget,
  greyAt: (index: number) => number,
): readonly FoundQr[] {
  const paddedWidth = width + 2 * QUIET_PIXELS;
  const paddedHeight = height + 2 * QUIET_PIXELS;
  const rgba = new Uint8ClampedArray(paddedWidth * paddedHeight * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = ((y + QUIET_PIXELS) * paddedWidth + x + QUIET_PIXELS) * 4;
      rgba.fill(greyAt(y * width + x), at, at + 3);
    }
  }
  const found: FoundQr[] = [];
  // jsQR finds one code a call: what was found is painted white and looked past.
  while (found.length < 16 && !isOver()) {
    const code = jsQR(rgba, paddedWidth, paddedHeight, { inversionAttempts: 'attemptBoth' });
    if (code === null || code.data === '') break;
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = code.location;
    found.push({
      text: code.data,
      corners: [
        shifted(topLeftCorner),
        shifted(topRightCorner),
        shifted(bottomRightCorner),
        shifted(bottomLeftCorner),
      ],
    });
    paintWhite(rgba, paddedWidth, paddedHeight, [
      topLeftCorner,
      topRightCorner,
      bottomRightCorner,
      bottomLeftCorner,
    ]);
  }
  return found;
}

function shifted({ x, y }: { readonly x: number; readonly y: number }) {
  return { x: x - QUIET_PIXELS, y: y - QUIET_PIXELS };
}

function paintWhite(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  corners: readonly { readonly x: number; readonly y: number }[],
): void {
  const left = Math.max(0, Math.floor(Math.min(...corners.map(({ x }) => x))));
  const right = Math.min(width, Math.ceil(Math.max(...corners.map(({ x }) => x))));
  const top = Math.max(0, Math.floor(Math.min(...corners.map(({ y }) => y))));
  const bottom = Math.min(height, Math.ceil(Math.max(...corners.map(({ y }) => y))));
  for (let y = top; y < bottom; y += 1) {
    rgba.fill(255, (y * width + left) * 4, (y * width + Math.max(left, right)) * 4);
  }
}
