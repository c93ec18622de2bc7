import type { GreyPicture, RgbaPicture } from '../../qr/picture.ts';
import { CONTRASTS, findModulePx } from './finder-pattern.ts';
import { shrink, toGrey } from './grey.ts';

/** px. ISO/IEC 18004 asks for 4 modules of quiet zone; widgets often leave it out. */
const MARGIN = 16;
const SIDE_MAX = 512;
/** What decoders like best is 3 to 5 px; more only costs time. */
const MODULE_PX = 4;

/** The size at which a picture of `width` × `height` px is looked at. */
export function lookedAtSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, (SIDE_MAX - 2 * MARGIN) / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * The picture as the decoder gets it, where it seems to be a QR code; 'blank'
 * where it is of one colour, 'unlike' where it is something else. `pause` lets
 * the page go on between the steps.
 */
export async function sift(
  colours: RgbaPicture,
  pause: () => Promise<void>,
): Promise<GreyPicture | 'blank' | 'unlike'> {
  await pause();
  const picture = toGrey(colours, MARGIN);
  if (!picture) return 'blank';
  for (const contrast of CONTRASTS) {
    await pause();
    const modulePx = findModulePx(picture, contrast);
    if (modulePx !== undefined) return shrink(picture, Math.floor(modulePx / MODULE_PX));
  }
  return 'unlike';
}
