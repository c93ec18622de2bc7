/** 8-bit grey, row by row, width × height bytes. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array<ArrayBuffer>;
}

/** Red, green, blue, alpha bytes, not premultiplied; as ImageData has them. */
export interface ColourPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

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
function backdropOf({ data }: ColourPicture): number {
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

function composite({ data }: ColourPicture, backdrop: number): Uint8ClampedArray {
  const solid = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / 255;
    for (let channel = at; channel < at + 3; channel += 1) {
      solid[channel] = (data[channel] ?? 0) * alpha + backdrop * (1 - alpha);
    }
  }
  return solid;
}

/**
 * The direction in which the colours spread most, by power iteration on their
 * covariance: two colours of one brightness still come out dark and light.
 */
function mainAxis(solid: Uint8ClampedArray): readonly [number, number, number] {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let at = 0; at < solid.length; at += 12) {
    red += solid[at] ?? 0;
    green += solid[at + 1] ?? 0;
    blue += solid[at + 2] ?? 0;
    count += 1;
  }
  red /= count;
  green /= count;
  blue /= count;
  let [rr, rg, rb, gg, gb, bb] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < solid.length; at += 12) {
    const r = (solid[at] ?? 0) - red;
    const g = (solid[at + 1] ?? 0) - green;
    const b = (solid[at + 2] ?? 0) - blue;
    rr += r * r;
    rg += r * g;
    rb += r * b;
    gg += g * g;
    gb += g * b;
    bb += b * b;
  }
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
function quietLevel({ width, height, grey }: GreyPicture): number {
  const isLight = (x: number, y: number): boolean => (grey[y * width + x] ?? 0) > 127;
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
    const row = picture.grey.subarray(y * picture.width, (y + 1) * picture.width);
    grey.set(row, (y + margin) * width + margin);
  }
  return { width, height, grey };
}

/**
 * `picture` on a fitting backdrop, seen along its main colour axis, stretched
 * to the whole range, with `margin` px of quiet zone round it; undefined when
 * it is of one colour.
 */
export function toGrey(picture: ColourPicture, margin: number): GreyPicture | undefined {
  const { width, height } = picture;
  const solid = composite(picture, backdropOf(picture));
  const [x, y, z] = mainAxis(solid);
  const along = new Float32Array(width * height);
  let low = Infinity;
  let high = -Infinity;
  for (let pixel = 0, at = 0; pixel < along.length; pixel += 1, at += 4) {
    const value = x * (solid[at] ?? 0) + y * (solid[at + 1] ?? 0) + z * (solid[at + 2] ?? 0);
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
  return withMargin({ width, height, grey }, margin);
}
