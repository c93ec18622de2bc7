import { findAnyBase64 } from '../base64.ts';
import { AppError } from '../errors.ts';

/** RGBA pixels of a picture, row by row. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Decodes a PNG, JPEG or WebP picture. It is not fetched as a data URL, because
 * our policy has `connect-src 'none'`. Rejects on anything that the browser
 * cannot decode.
 */
export async function pixelsOf(picture: Blob): Promise<Rgba> {
  const bitmap = await createImageBitmap(picture);
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2d context');
    context.drawImage(bitmap, 0, 0);
    const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width, height, data: new Uint8ClampedArray(data) };
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
