import jsQR, { type QRCode } from 'jsqr';
import decodeQr from 'qr/decode.js';
import type { Corners, GreyPicture } from './picture.ts';

/** What a decoder package read, and where it says that the code lies. */
export interface Reading {
  readonly text: string;
  readonly corners: Corners;
}

/** Reads one code of a picture by jsQR, which is asked for dark on light only. */
export function readWithJsQr({ width, height, data }: GreyPicture): Reading | undefined {
  const found = jsQR(toRgba(data), width, height, { inversionAttempts: 'dontInvert' });
  if (found === null) return undefined;
  const text = found.chunks.map(textOfChunk).join('');
  if (text === '') return undefined;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  return {
    text,
    corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner],
  };
}

/**
 * jsQR's own text leaves out bytes that are no UTF-8, and its Kanji need a table
 * that the build leaves out (wxt.config.ts): the platform has the same.
 */
function textOfChunk(chunk: QRCode['chunks'][number]): string {
  if ('bytes' in chunk) {
    const bytes = Uint8Array.from(chunk.bytes);
    const type: string = chunk.type;
    return type === 'kanji' ? new TextDecoder('shift_jis').decode(bytes) : decodeBytes(bytes);
  }
  return 'text' in chunk ? chunk.text : '';
}

/** Reads one code of a picture by the qr package. */
export function readWithQr({ width, height, data }: GreyPicture): Reading | undefined {
  try {
    let corners: Corners | undefined;
    const image = { width, height, data: toRgba(data) };
    const options = {
      format: 'RGBA',
      // This switches off retries that are limited by a clock, which the core does not have.
      effort: 1,
      timeLimit: Infinity,
      pointsOnDetect: ({ bounds }: { readonly bounds: Corners }) => {
        corners = bounds;
      },
    } as const;
    const read = decodeQr(image, options);
    const text = read.includes('\uFFFD')
      ? decodeQr(image, { ...options, textDecoder: decodeBytes })
      : read;
    return text === '' || corners === undefined ? undefined : { text, corners };
  } catch {
    // Throwing is the package's only way to say that it found nothing.
    return undefined;
  }
}

/**
 * A code that names no character set is UTF-8 today. Writers that follow
 * ISO/IEC 18004 to the letter (section 7.3.5) mean Latin-1, and their bytes are
 * hardly ever valid UTF-8.
 */
function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function toRgba(grey: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(grey.length * 4);
  for (let index = 0, at = 0; index < grey.length; index += 1, at += 4) {
    const shade = grey[index] ?? 0;
    rgba[at] = shade;
    rgba[at + 1] = shade;
    rgba[at + 2] = shade;
    rgba[at + 3] = 255;
  }
  return rgba;
}
