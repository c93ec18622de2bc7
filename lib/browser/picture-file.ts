import { AppError } from '../errors.ts';
import { dataUrlOf } from './data-url.ts';
import { checkPictureSize } from './picture.ts';

/** A photo of 50 megapixels as a PNG, with room to spare. */
const MAX_FILE_BYTES = 80_000_000;

/** The decoder takes no more (lib/qr/decode.ts); what has fewer goes to the background as it is. */
const PLAIN_PIXELS = 24_000_000;
/** What is larger goes at a half or a third of its size, with fewer pixels than this. */
const SCALED_PIXELS = 13_000_000;
/** What a message carries (lib/protocol/own-schemas.ts). */
const PLAIN_BYTES = 10_000_000;

/**
 * A picture file as the data URL that goes to the background, scaled down where
 * it is large. The browser decodes it on a thread of its own, once its size is
 * known. Throws 'picture-too-large', 'picture-unreadable'.
 */
export async function pictureUrlOf(picture: Blob): Promise<string> {
  if (picture.size > MAX_FILE_BYTES) throw new AppError('picture-too-large');
  const size = await checkPictureSize(picture);
  const pixels = size ? size.width * size.height : 0;
  if (pixels <= PLAIN_PIXELS && picture.size <= PLAIN_BYTES) return dataUrlOf(picture);
  if (!size) throw new AppError('picture-too-large');
  const { width, height } = size;
  const divisor = Math.max(1, Math.ceil(Math.sqrt(pixels / SCALED_PIXELS)));
  return dataUrlOf(
    await scaledDown(picture, Math.ceil(width / divisor), Math.ceil(height / divisor)),
  );
}

async function scaledDown(picture: Blob, width: number, height: number): Promise<Blob> {
  let bitmap;
  try {
    bitmap = await createImageBitmap(picture, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'medium',
    });
  } catch {
    throw new AppError('picture-unreadable');
  }
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new AppError('picture-unreadable');
    // JPEG knows nothing see-through.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  } finally {
    bitmap.close();
  }
}
