import { AppError } from '../errors.ts';
import { MESSAGE_PICTURE_BYTES_MAX, PICTURE_FILE_BYTES_MAX, QR_PIXELS_MAX } from '../limits.ts';
import { dataUrlOf } from './data-url.ts';
import { checkPictureSize } from './picture.ts';

/** What the decoder does not take goes at a half or a third of its size, with fewer pixels than this. */
const SCALED_PIXELS = 13_000_000;

/**
 * A picture file as the data URL that goes to the background, scaled down where
 * it is large. The browser decodes it on a thread of its own, once its size is
 * known. Throws 'picture-too-large', 'picture-unreadable'.
 */
export async function pictureUrlOf(picture: Blob): Promise<string> {
  if (picture.size > PICTURE_FILE_BYTES_MAX) throw new AppError('picture-too-large');
  const size = await checkPictureSize(picture);
  const pixels = size ? size.width * size.height : 0;
  const isPlain = pixels <= QR_PIXELS_MAX && picture.size <= MESSAGE_PICTURE_BYTES_MAX;
  if (isPlain) return dataUrlOf(picture);
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
