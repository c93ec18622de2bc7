import { findAnyBase64 } from '../base64.ts';
import { AppError } from '../errors.ts';
import { QR_PIXELS_MAX } from '../limits.ts';
import { HEAD_BYTES, pictureSizeOf, type PictureSize } from './picture-size.ts';

/** RGBA pixels of a picture, row by row. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A camera of 50 megapixels makes 8,192 × 6,144. More would need more memory than a page should take. */
const MAX_PIXELS = 52_000_000;

/**
 * The size of a picture, as far as its file tells it before it is decoded.
 * Throws 'picture-too-large'.
 */
export async function checkPictureSize(picture: Blob): Promise<PictureSize | undefined> {
  const head = new Uint8Array(await picture.slice(0, HEAD_BYTES).arrayBuffer());
  const size = pictureSizeOf(head);
  if (size && size.width * size.height > MAX_PIXELS) throw new AppError('picture-too-large');
  return size;
}

/**
 * Decodes a PNG, JPEG or WebP picture. It is not fetched as a data URL, because
 * our policy has `connect-src 'none'`. Rejects on anything that the browser
 * cannot decode, and throws 'picture-too-large'.
 */
export async function pixelsOf(picture: Blob): Promise<Rgba> {
  await checkPictureSize(picture);
  const bitmap = await createImageBitmap(picture);
  try {
    const scale = Math.min(1, Math.sqrt(QR_PIXELS_MAX / (bitmap.width * bitmap.height)));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.floor(bitmap.width * scale)),
      Math.max(1, Math.floor(bitmap.height * scale)),
    );
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2d context');
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
    // A copy would cost a screen's pixels once more.
    return { width, height, data };
  } finally {
    bitmap.close();
  }
}

/** The bytes behind a base64 data URL. */
export function blobOfDataUrl(dataUrl: string): Blob {
  const comma = dataUrl.indexOf(',');
  const bytes = findAnyBase64(dataUrl.slice(comma + 1));
  if (!bytes) throw new AppError('picture-unreadable');
  return new Blob([bytes], { type: dataUrl.slice('data:'.length, dataUrl.indexOf(';')) });
}
