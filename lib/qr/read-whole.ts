import { readWithJsQr, readWithQr } from './engines.ts';
import type { FoundQr, GreyPicture } from './picture.ts';

/**
 * The largest picture that jsQR is given: a camera frame of 640 × 480 and some.
 * It takes about 0.1 s for one without a code.
 */
export const MAX_JSQR_PIXELS = 400_000;

/** The light border, in pixels, that is added to a picture whose code fills it. */
const QUIET_PIXELS = 16;

/**
 * Reads one code by the decoder packages' own ways of finding it. They follow
 * perspective, as in a photograph of a screen, which our grid does not.
 *
 * [Note: Two decoders] The qr package goes first everywhere: of 159 codes cut
 * out of screenshots jsQR read none that qr did not, in three to five times its
 * time. But of 80 drawn photographs at angles qr read 62, jsQR 66 and one of
 * them 75, so jsQR earns its place here.
 */
export function readWhole(
  plane: GreyPicture,
  decoders: 'both' | 'quick' = 'both',
): FoundQr | undefined {
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
  const isForJsQr = decoders === 'both' && width * height <= MAX_JSQR_PIXELS;
  const reading = readWithQr(padded) ?? (isForJsQr ? readWithJsQr(padded) : undefined);
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
