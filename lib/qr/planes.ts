import type { GreyPicture, RgbaPicture } from './picture.ts';

/** What is taken of each pixel: its brightness (ITU-R BT.601), or one colour alone. */
export type Channel = 'luma' | 'red' | 'green' | 'blue';

/** Weights of red, green and blue in the brightness, in 1/256. */
const [RED, GREEN, BLUE] = [77, 150, 29];

/** Where in a pixel's 32 bits the colour stands. */
const SHIFTS: Readonly<Record<Exclude<Channel, 'luma'>, number>> = { red: 0, green: 8, blue: 16 };

/** One channel of a picture, with `behind` (0 to 255) showing through where it is transparent. */
export function takeChannel(picture: RgbaPicture, channel: Channel, behind: number): GreyPicture {
  return channel === 'luma'
    ? takeLuma(picture, behind)
    : takeColour(picture, SHIFTS[channel], behind);
}

function takeColour(picture: RgbaPicture, shift: number, behind: number): GreyPicture {
  const { width, height, data } = picture;
  const grey = new Uint8Array(width * height);
  const words = wordsOf(data);
  for (let index = 0; index < grey.length; index += 1) {
    const word = words[index] ?? 0;
    const shade = (word >>> shift) & 255;
    const alpha = word >>> 24;
    grey[index] = alpha === 255 ? shade : behind + Math.round(((shade - behind) * alpha) / 255);
  }
  return { width, height, data: grey };
}

function takeLuma(picture: RgbaPicture, behind: number): GreyPicture {
  const { width, height, data } = picture;
  const grey = new Uint8Array(width * height);
  // A screen has 8 million pixels, so that one read of four bytes instead of four reads counts;
  // alpha is computed only where there is any.
  const words = wordsOf(data);
  let last = 0;
  let shade = 0;
  for (let index = 0; index < grey.length; index += 1) {
    const word = words[index] ?? 0;
    if (word !== last || index === 0) {
      last = word;
      shade =
        (RED * (word & 255) + GREEN * ((word >>> 8) & 255) + BLUE * ((word >>> 16) & 255)) >> 8;
      const alpha = word >>> 24;
      if (alpha !== 255) shade = behind + Math.round(((shade - behind) * alpha) / 255);
    }
    grey[index] = shade;
  }
  return { width, height, data: grey };
}

/** The pixels as 32-bit words, red lowest: every platform with a browser is little-endian. */
function wordsOf(data: Uint8ClampedArray): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

/** 'transparent' when a picture has pixels that let through what lies behind. */
export function getOpacity({ data }: RgbaPicture): 'opaque' | 'transparent' {
  const words = wordsOf(data);
  for (const word of words) if (word >>> 24 !== 255) return 'transparent';
  return 'opaque';
}

/**
 * Makes a picture of half the size, each pixel the mean of four. Gaps between
 * dots vanish, and noise with them.
 */
export function halve({ width, height, data }: GreyPicture): GreyPicture {
  const halfWidth = width >> 1;
  const halfHeight = height >> 1;
  const half = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y += 1) {
    let at = 2 * y * width;
    for (let x = 0; x < halfWidth; x += 1, at += 2) {
      half[y * halfWidth + x] =
        ((data[at] ?? 0) +
          (data[at + 1] ?? 0) +
          (data[at + width] ?? 0) +
          (data[at + width + 1] ?? 0) +
          2) >>
        2;
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}
