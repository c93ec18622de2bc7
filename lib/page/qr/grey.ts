import type { GreyPicture, RgbaPicture } from '../../qr/picture.ts';

/** Rec. 601 weights: the sign of the main axis is that of brightness. */
const LUMA = [0.299, 0.587, 0.114] as const;

/** Fewer grey levels than this between light and dark is an empty picture. */
const RANGE_MIN = 6;

function luma(data: Uint8ClampedArray, at: number): number {
  return LUMA[0] * (data[at] ?? 0) + LUMA[1] * (data[at + 1] ?? 0) + LUMA[2] * (data[at + 2] ?? 0);
}

/**
 * White or black (255 or 0), whichever the picture's see-through parts need to
 * stand off from its ink: a light code without a ground was made for a dark page.
 */
function backdropOf({ data }: RgbaPicture): number {
  let ink = 0;
  let inkLuma = 0;
  let clear = 0;
  for (let at = 0; at < data.length; at += 16) {
    if ((data[at + 3] ?? 0) < 64) clear += 1;
    else {
      ink += 1;
      inkLuma += luma(data, at);
    }
  }
  return clear > ink / 8 && inkLuma > ink * 150 ? 0 : 255;
}

/** Every n-th pixel is enough for what is common to all. */
const SAMPLE = 12;

/** Less than this between the channels of a pixel, and it is grey to the eye. */
const CHROMA_MIN = 24;

/**
 * The direction in which the colours spread most, by power iteration on their
 * covariance: two colours of one brightness still come out dark and light.
 */
function mainAxis({ data }: RgbaPicture, backdrop: number): readonly [number, number, number] {
  let [red, green, blue, count] = [0, 0, 0, 0];
  let [rr, rg, rb, gg, gb, bb] = [0, 0, 0, 0, 0, 0];
  let chroma = 0;
  for (let at = 0; at < data.length; at += SAMPLE) {
    const alpha = (data[at + 3] ?? 0) / 255;
    const ground = backdrop * (1 - alpha);
    const r = (data[at] ?? 0) * alpha + ground;
    const g = (data[at + 1] ?? 0) * alpha + ground;
    const b = (data[at + 2] ?? 0) * alpha + ground;
    chroma = Math.max(chroma, Math.abs(r - g), Math.abs(g - b), Math.abs(b - r));
    red += r;
    green += g;
    blue += b;
    rr += r * r;
    rg += r * g;
    rb += r * b;
    gg += g * g;
    gb += g * b;
    bb += b * b;
    count += 1;
  }
  if (chroma < CHROMA_MIN) return LUMA;
  rr -= (red * red) / count;
  rg -= (red * green) / count;
  rb -= (red * blue) / count;
  gg -= (green * green) / count;
  gb -= (green * blue) / count;
  bb -= (blue * blue) / count;
  let axis: [number, number, number] = [...LUMA];
  for (let round = 0; round < 12; round += 1) {
    const [x, y, z] = axis;
    const next: [number, number, number] = [
      rr * x + rg * y + rb * z,
      rg * x + gg * y + gb * z,
      rb * x + gb * y + bb * z,
    ];
    const length = Math.hypot(...next);
    if (length < 1e-6) return LUMA;
    axis = [next[0] / length, next[1] / length, next[2] / length];
  }
  const up = axis[0] * LUMA[0] + axis[1] * LUMA[1] + axis[2] * LUMA[2] < 0 ? -1 : 1;
  return [axis[0] * up, axis[1] * up, axis[2] * up];
}

/**
 * The grey level (0 or 255) that makes a quiet zone round `picture`. A border
 * of one level is one already. Otherwise the code fills the picture: three of
 * its corners are finder patterns, and the zone is their opposite.
 */
function quietLevel({ width, height, data }: GreyPicture): number {
  const isLight = (x: number, y: number): boolean => (data[y * width + x] ?? 0) > 127;
  let light = 0;
  for (let x = 0; x < width; x += 1) {
    light += Number(isLight(x, 0)) + Number(isLight(x, height - 1));
  }
  for (let y = 0; y < height; y += 1) {
    light += Number(isLight(0, y)) + Number(isLight(width - 1, y));
  }
  const share = light / (2 * (width + height));
  if (share > 0.93) return 255;
  if (share < 0.07) return 0;
  const [right, bottom] = [width - 3, height - 3];
  const corners = [isLight(2, 2), isLight(right, 2), isLight(2, bottom), isLight(right, bottom)];
  return corners.filter(Boolean).length > 2 ? 0 : 255;
}

function withMargin(picture: GreyPicture, margin: number): GreyPicture {
  const width = picture.width + 2 * margin;
  const height = picture.height + 2 * margin;
  const grey = new Uint8Array(width * height).fill(quietLevel(picture));
  for (let y = 0; y < picture.height; y += 1) {
    const row = picture.data.subarray(y * picture.width, (y + 1) * picture.width);
    grey.set(row, (y + margin) * width + margin);
  }
  return { width, height, data: grey };
}

/**
 * `picture` on a fitting backdrop, seen along its main colour axis, stretched
 * to the whole range, with `margin` px of quiet zone round it; undefined when
 * it is of one colour.
 */
export function toGrey(picture: RgbaPicture, margin: number): GreyPicture | undefined {
  const { width, height, data } = picture;
  const backdrop = backdropOf(picture);
  const [x, y, z] = mainAxis(picture, backdrop);
  const ground = backdrop * (x + y + z);
  const along = new Float32Array(width * height);
  let low = Infinity;
  let high = -Infinity;
  for (let pixel = 0, at = 0; pixel < along.length; pixel += 1, at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255;
    const ink = x * (data[at] ?? 0) + y * (data[at + 1] ?? 0) + z * (data[at + 2] ?? 0);
    const value = ink * alpha + ground * (1 - alpha);
    along[pixel] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (high - low < RANGE_MIN) return undefined;
  const grey = new Uint8Array(along.length);
  const factor = 255 / (high - low);
  for (let pixel = 0; pixel < along.length; pixel += 1) {
    grey[pixel] = ((along[pixel] ?? 0) - low) * factor;
  }
  return withMargin({ width, height, data: grey }, margin);
}

/** `picture` at 1/`factor` of its size, each pixel the mean of factor × factor; itself below 2. */
export function shrink(picture: GreyPicture, factor: number): GreyPicture {
  if (factor < 2) return picture;
  const width = Math.floor(picture.width / factor);
  const height = Math.floor(picture.height / factor);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let row = y * factor; row < (y + 1) * factor; row += 1) {
        const start = row * picture.width + x * factor;
        for (let at = start; at < start + factor; at += 1) sum += picture.data[at] ?? 0;
      }
      grey[y * width + x] = sum / (factor * factor);
    }
  }
  return { width, height, data: grey };
}

/**
 * FNV-1a over the pixels (draft-eastlake-fnv), to know a picture that was read before. Four pixels
 * at a time: one by one takes 2.5 ms in a page, where this runs once and is not compiled.
 */
export function hashOf({ width, height, data }: GreyPicture): number {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  let hash = Math.imul(width, 31) ^ height;
  for (let at = 0; at < words.length; at += 1) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  }
  for (let at = words.length * 4; at < data.length; at += 1) {
    hash = Math.imul(hash ^ (data[at] ?? 0), 0x01000193);
  }
  return hash;
}
