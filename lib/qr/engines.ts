import jsQR from 'jsqr';
import decodeQr from 'qr/decode.js';
import type { Corners, GreyPicture } from './picture.ts';

/** What an engine read, and where it says the code lies. */
export interface Reading {
  readonly text: string;
  readonly corners: Corners;
}

/** One code of a picture by jsQR; dark on light only. */
export function readWithJsQr({ width, height, data }: GreyPicture): Reading | undefined {
  const found = jsQR(toRgba(data), width, height, { inversionAttempts: 'dontInvert' });
  if (found === null || found.data === '') return undefined;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  return {
    text: found.data,
    corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner],
  };
}

/** One code of a picture by the qr package. */
export function readWithQr({ width, height, data }: GreyPicture): Reading | undefined {
  try {
    let corners: Corners | undefined;
    const text = decodeQr(
      { width, height, data: toRgba(data) },
      {
        format: 'RGBA',
        // No optional retries: they are counted by the clock, and the core has none.
        effort: 1,
        timeLimit: Infinity,
        pointsOnDetect: ({ bounds }) => {
          corners = bounds;
        },
      },
    );
    return text === '' || corners === undefined ? undefined : { text, corners };
  } catch {
    // Its only way to say 'nothing found'.
    return undefined;
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
