import type { GreyPicture, RgbaPicture } from './picture.ts';

/** A colour that is taken of each pixel, alone. */
export type Colour = 'red' | 'green' | 'blue';

/** Weights of red, green and blue in the brightness, in 1/256. */
const [RED, GREEN, BLUE] = [77, 150, 29];

/** Where in a pixel's 32 bits the colour stands. */
const SHIFTS: Readonly<Record<Colour, number>> = { red: 0, green: 8, blue: 16 };

/** Pixels whose red, green and blue are no further apart count as grey: no search looks for so little. */
const GREY_SPREAD = 10;

/**
 * For each row 1 where it has colours, and 0 where it is grey: there each colour
 * is as good as the brightness. Every `step`th row is looked at for those round it.
 */
export function findColouredRows({ width, height, data }: RgbaPicture, step: number): Uint8Array {
  const rows = new Uint8Array(height);
  const words = wordsOf(data);
  for (let y = step >> 1; y < height; y += step) {
    if (isColoured(words.subarray(y * width, (y + 1) * width)))
      rows.fill(1, y - step, y + step + 1);
  }
  return rows;
}

function isColoured(row: Int32Array): boolean {
  let last = 0;
  for (const word of row) {
    if (word === last) continue;
    last = word;
    const green = (word >>> 8) & 255;
    if (Math.abs((word & 255) - green) > GREY_SPREAD) return true;
    if (Math.abs(((word >>> 16) & 255) - green) > GREY_SPREAD) return true;
  }
  return false;
}

/**
 * One colour of a picture in the rows that have any, and `luma` in the others,
 * with `behind` (0 to 255) showing through where the picture is transparent.
 */
export function takeColour(
  { width, height, data }: RgbaPicture,
  colour: Colour,
  { luma, rows, behind }: { luma: GreyPicture; rows: Uint8Array; behind: number },
): GreyPicture {
  const shades = luma.data.slice();
  const words = wordsOf(data);
  const shift = SHIFTS[colour];
  for (const [y, isRowColoured] of rows.entries()) {
    if (isRowColoured === 0) continue;
    const end = (y + 1) * width;
    for (let index = y * width; index < end; index += 1) {
      const word = words[index] ?? 0;
      const shade = (word >>> shift) & 255;
      const alpha = word >>> 24;
      shades[index] = alpha === 255 ? shade : behind + Math.round(((shade - behind) * alpha) / 255);
    }
  }
  return { width, height, data: shades };
}

/** The brightness of each pixel (ITU-R BT.601), with `behind` (0 to 255) showing through where it is transparent. */
export function takeLuma(picture: RgbaPicture, behind: number): GreyPicture {
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
