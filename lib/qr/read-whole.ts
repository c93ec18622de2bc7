import { readWithJsQr, readWithQr } from './engines.ts';
import type { FoundQr, GreyPicture } from './picture.ts';

/** A camera frame of 640 × 480 and some: jsQR takes about 0.1 s for it, when nothing is there. */
export const MAX_JSQR_PIXELS = 400_000;

/** Light round a picture whose code fills it, in pixels. */
const QUIET_PIXELS = 16;

/**
 * One code by the decoders' own ways of finding it. They follow perspective,
 * which our grid does not: a photograph of a screen, not a screenshot.
 *
 * [Note: Two decoders]
 * qr goes first everywhere: of 159 codes cut out of screenshots jsQR read none
 * that qr did not, in three to five times its time. But of 80 drawn photographs
 * at angles qr read 62, jsQR 66 and one of them 75, so jsQR earns its place here.
 */
export function readWhole(plane: GreyPicture): FoundQr | undefined {
  const { width, height } = plane;
  const wide = { width: width + 2 * QUIET_PIXELS, height: height + 2 * QUIET_PIXELS };
  const data = new Uint8Array(wide.width * wide.height).fill(255);
  for (let y = 0; y < height; y += 1) {
    data.set(
      plane.data.subarray(y * width, (y + 1) * width),
      (y + QUIET_PIXELS) * wide.width + QUIET_PIXELS,
    );
  }
  const padded = { ...wide, data };
  const small = width * height <= MAX_JSQR_PIXELS;
  const reading = readWithQr(padded) ?? (small ? readWithJsQr(padded) : undefined);
  if (reading === undefined) return undefined;
  const [topLeft, topRight, bottomRight, bottomLeft] = reading.corners;
  const inner = ({ x, y }: typeof topLeft): typeof topLeft => ({
    x: x - QUIET_PIXELS,
    y: y - QUIET_PIXELS,
  });
  return {
    text: reading.text,
    corners: [inner(topLeft), inner(topRight), inner(bottomRight), inner(bottomLeft)],
  };
}
