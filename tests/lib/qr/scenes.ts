/**
 * Pictures like those of enrolment pages, drawn in memory from a seed: small
 * and quick, so that the unit tests can ask for exact hits. The bench draws the
 * real ones, with Chromium.
 */
import { encodeQr, type QrMatrix } from '../../../lib/qr/encode.ts';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';
import { Random } from '../../bench/qr/random.ts';
import { makeOtpauth } from '../../bench/qr/text.ts';

type Colour = readonly [number, number, number];

/** How one code is drawn into its picture. */
export interface Drawing {
  readonly dark: Colour;
  readonly light: Colour;
  readonly page: Colour;
  /** Light modules round the code. */
  readonly margin: number;
  readonly modulePixels: number;
  readonly turnDegrees: number;
  /** Half the width of a dark module's dot, in modules; 0.5 fills it. */
  readonly dotRadius: number;
  /** Standard deviation of a blur, in pixels. */
  readonly blurPixels: number;
  /** Shades of noise up and down. */
  readonly noise: number;
  /** A dark bar over this part of the side, from the top left finder on. */
  readonly cover: number;
  /** How much of what lies under the bar shows through: 0 nothing, 1 all. */
  readonly coverSeeThrough: number;
  /** Rows of modules under a header of this colour. */
  readonly headerRows: number;
  readonly header: Colour;
  /** How many times as tall as wide. */
  readonly stretch: number;
  /** The part of each line of two modules that is light, as between lines of text. */
  readonly lineGap: number;
}

const PLAIN: Drawing = {
  dark: [0, 0, 0],
  light: [255, 255, 255],
  page: [255, 255, 255],
  margin: 2,
  modulePixels: 3,
  turnDegrees: 0,
  dotRadius: 0.5,
  blurPixels: 0,
  noise: 0,
  cover: 0,
  coverSeeThrough: 0,
  headerRows: 0,
  header: [0, 0, 0],
  stretch: 1,
  lineGap: 0,
};

/** One family of pictures a name. */
export const families: Readonly<Record<string, (random: Random) => Partial<Drawing>>> = {
  plain: (random) => ({ modulePixels: random.between(2, 6) }),
  small: (random) => ({ modulePixels: random.between(1.6, 2) }),
  'low contrast': (random) => {
    const shade = random.between(20, 200);
    return { dark: [shade, shade, shade], light: [shade + 20, shade + 20, shade + 20] };
  },
  'colours of one brightness': (random) => ({
    dark: [random.whole(170, 200), 40, 60],
    light: [30, random.whole(115, 130), 90],
  }),
  'light on dark': () => ({ dark: [240, 240, 240], light: [20, 20, 30], page: [20, 20, 30] }),
  'no quiet zone on dark': () => ({ margin: 0, page: [0, 0, 0] }),
  'a margin darker than the page': () => ({ dark: [60, 60, 60], light: [120, 120, 120] }),
  dots: (random) => ({ dotRadius: random.between(0.4, 0.48), modulePixels: random.between(5, 8) }),
  turned: (random) => ({ turnDegrees: random.between(-180, 180), modulePixels: 4 }),
  blurred: () => ({ modulePixels: 4, blurPixels: 2 }),
  noisy: (random) => ({ modulePixels: 3.4, noise: random.between(20, 50) }),
  'under a see-through tooltip': (random) => ({
    cover: random.between(0.25, 0.35),
    coverSeeThrough: random.between(0.15, 0.3),
    modulePixels: random.between(3, 5),
  }),
  'under a header': (random) => ({
    headerRows: random.between(1.2, 2.2),
    header: random.pick([
      [250, 250, 250],
      [30, 40, 55],
    ]),
    modulePixels: random.between(3.5, 5),
  }),
  stretched: (random) => ({ stretch: random.between(1.36, 1.5), modulePixels: 3 }),
  'drawn as text': (random) => ({
    lineGap: random.between(0.1, 0.18),
    stretch: random.between(1, 1.3),
    modulePixels: random.between(4, 6),
  }),
  covered: (random) => ({ cover: random.between(0.1, 0.2), modulePixels: 4 }),
};

export interface DrawnScene {
  readonly picture: RgbaPicture;
  readonly text: string;
}

/** A picture of a family, on a page with lines of 'text', boxes and rings. */
export function drawScene(family: string, seed: number): DrawnScene {
  const random = new Random(seed);
  const text = makeOtpauth(random);
  const drawing = { ...PLAIN, ...families[family]?.(random) };
  const width = 560;
  const height = 440;
  const grey = new Float32Array(width * height * 3);
  for (let at = 0; at < grey.length; at += 1) grey[at] = drawing.page[at % 3] ?? 255;
  drawClutter(grey, width, height, random);
  drawCode(grey, width, height, encodeQr(text), drawing, {
    x: random.between(0.42, 0.58) * width,
    y: random.between(0.45, 0.55) * height,
  });
  const data = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    const noise = drawing.noise * (2 * random.next() - 1);
    for (let colour = 0; colour < 3; colour += 1) {
      data[index * 4 + colour] = (grey[index * 3 + colour] ?? 0) + noise;
    }
    data[index * 4 + 3] = 255;
  }
  return { picture: { width, height, data }, text };
}

/** Rows of small boxes, as letters are, and frames. */
function drawClutter(grey: Float32Array, width: number, height: number, random: Random): void {
  const box = (x: number, y: number, w: number, h: number, shade: number): void => {
    for (let row = y; row < Math.min(height, y + h); row += 1) {
      grey.fill(shade, (row * width + x) * 3, (row * width + Math.min(width, x + w)) * 3);
    }
  };
  for (let y = 6; y < height - 12; y += 18) {
    for (let x = 6; x < width - 12; x += random.whole(4, 12)) {
      box(
        x,
        y + random.whole(0, 3),
        random.whole(1, 5),
        random.whole(4, 11),
        random.whole(20, 160),
      );
    }
  }
  for (let count = 0; count < 6; count += 1) {
    const x = random.whole(0, width - 60);
    const y = random.whole(0, height - 60);
    box(x, y, 42, 42, 40);
    box(x + 6, y + 6, 30, 30, 230);
    box(x + 12, y + 12, 18, 18, 40);
  }
}

/** Each pixel is the mean of nine points, as a browser's anti-aliasing is about. */
function drawCode(
  grey: Float32Array,
  width: number,
  height: number,
  qr: QrMatrix,
  drawing: Drawing,
  middle: { readonly x: number; readonly y: number },
): void {
  const angle = (drawing.turnDegrees * Math.PI) / 180;
  const cos = Math.cos(angle) / drawing.modulePixels;
  const sin = Math.sin(angle) / drawing.modulePixels;
  const reach = qr.size / 2 + drawing.margin;
  const coat = grey.slice();
  const around = Math.ceil(reach * drawing.modulePixels * 1.5) + 1;
  const isNear = (place: number, from: number): boolean => Math.abs(place - from) <= around;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isNear(x, middle.x) || !isNear(y, middle.y)) continue;
      coat.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3);
      for (let part = 0; part < 9; part += 1) {
        const dx = x + ((part % 3) + 0.5) / 3 - middle.x;
        const dy = y + (Math.floor(part / 3) + 0.5) / 3 - middle.y;
        const u = dx * cos + dy * sin;
        const v = (dy * cos - dx * sin) / drawing.stretch;
        const isOutside = Math.abs(u) > reach || Math.abs(v) > reach;
        for (let colour = 0; colour < 3; colour += 1) {
          const at = (y * width + x) * 3 + colour;
          const shade = isOutside
            ? (grey[at] ?? 0)
            : (colourAt(qr, drawing, u + qr.size / 2, v + qr.size / 2)[colour] ?? 0);
          coat[at] = (coat[at] ?? 0) + shade / 9;
        }
      }
    }
  }
  grey.set(drawing.blurPixels === 0 ? coat : blur(coat, width, drawing.blurPixels));
}

function colourAt(qr: QrMatrix, drawing: Drawing, u: number, v: number): Colour {
  if (drawing.headerRows > 0 && v < drawing.headerRows) return drawing.header;
  if (drawing.cover > 0 && v > 9 && v < 9 + qr.size * drawing.cover && u < qr.size * 0.55) {
    const under = moduleAt(qr, drawing, u, v);
    return drawing.coverSeeThrough === 0
      ? [30, 30, 40]
      : [
          under[0] * drawing.coverSeeThrough,
          under[1] * drawing.coverSeeThrough,
          under[2] * drawing.coverSeeThrough,
        ];
  }
  return moduleAt(qr, drawing, u, v);
}

function moduleAt(qr: QrMatrix, drawing: Drawing, u: number, lineV: number): Colour {
  const v = rowInLine(lineV, drawing.lineGap);
  const isDark = v !== undefined && (qr.rows[Math.floor(v)]?.[Math.floor(u)] ?? false);
  if (v === undefined) return drawing.light;
  const inFinder = Math.min(u, qr.size - u) < 8 && Math.min(v, qr.size - v) < 8;
  const fromMiddle = Math.hypot(u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5);
  const isDot = drawing.dotRadius < 0.5 && !inFinder && fromMiddle > drawing.dotRadius;
  return isDark && !isDot ? drawing.dark : drawing.light;
}

/** The row of modules at `v`, where each line of text is two rows and its gap; undefined in the gap. */
function rowInLine(v: number, gap: number): number | undefined {
  const line = 2 * Math.floor(v / 2);
  const row = (v - line - gap) / (1 - gap);
  return row < 0 || row >= 2 ? undefined : line + row;
}

/** Three box blurs one after another are nearly a Gaussian. */
function blur(from: Float32Array, width: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.round(sigma));
  let coat = from;
  for (let pass = 0; pass < 4; pass += 1) {
    const stride = pass % 2 === 0 ? 3 : 3 * width;
    const next = new Float32Array(coat.length);
    for (let at = 0; at < coat.length; at += 1) {
      let sum = 0;
      let count = 0;
      for (let step = -radius; step <= radius; step += 1) {
        const shade = coat[at + step * stride];
        if (shade === undefined) continue;
        sum += shade;
        count += 1;
      }
      next[at] = sum / count;
    }
    coat = next;
  }
  return coat;
}
