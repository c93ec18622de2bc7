import { makeRows, type CodeSpec } from './code.ts';
import type { Random } from './random.ts';

/** What is asked of a picture besides the code itself. */
export interface Scene {
  readonly code: CodeSpec;
  readonly page: 'light' | 'dark' | 'photo';
  /** veil: a see-through tooltip; header: one that stays, over the top rows. */
  readonly extras: readonly ('tooltip' | 'veil' | 'header' | 'barcodes' | 'second-qr')[];
}

export type Make = (random: Random, text: string) => Scene;

/** Widths dialogs give their codes: 134 and 174 are ant-design-vue's. */
const WIDTHS = [134, 160, 174, 180, 200, 220, 256] as const;

export function plain(
  random: Random,
  text: string,
  ecc: 'L' | 'M' | 'Q' | 'H' = random.pick(['L', 'M', 'M', 'Q', 'H']),
): CodeSpec {
  return {
    text,
    rows: makeRows(text, ecc, random),
    element: random.pick(['canvas', 'img', 'img', 'svg', 'background']),
    modulePixels: random.whole(4, 10),
    margin: random.whole(1, 4),
    dark: random.pick(['#000', '#000', '#111827', '#222']),
    light: '#fff',
    shape: 'square',
    finderRound: 0,
    logo: 0,
    blurPixels: 0,
    rotateDegrees: 0,
    cssWidth: random.pick(WIDTHS),
    css: '',
  };
}

export function scene(code: CodeSpec, change: Partial<Scene> = {}): Scene {
  return { code, page: 'light', extras: [], ...change };
}

function hsl(hue: number, saturation: number, light: number): string {
  return `hsl(${Math.round(hue)} ${Math.round(saturation)}% ${Math.round(light)}%)`;
}

export const styled: Make = (random, text) => {
  const hue = random.between(0, 360);
  return scene({
    ...plain(random, text, random.pick(['M', 'Q', 'H'])),
    element: random.pick(['canvas', 'img', 'svg']),
    cssWidth: random.whole(170, 300),
    shape: random.pick(['dot', 'rounded', 'gapped']),
    finderRound: random.pick([0, 0.5, 1]),
    dark: hsl(hue, 80, random.between(15, 38)),
    darkEnd: hsl(hue + random.between(-80, 80), 80, random.between(15, 42)),
  });
};

const jpeg: Make = (random, text) =>
  scene({
    ...plain(random, text),
    element: 'img',
    modulePixels: random.whole(3, 6),
    jpegQuality: random.between(0.15, 0.6),
  });

const lowContrast: Make = (random, text) => {
  const dark = random.between(10, 80);
  return scene({
    ...plain(random, text),
    dark: hsl(0, 0, dark),
    light: hsl(0, 0, dark + random.between(8, 18)),
  });
};

const coloured: Make = (random, text) => {
  const hue = random.between(0, 360);
  return scene({
    ...plain(random, text),
    dark: hsl(hue, random.between(60, 100), random.between(25, 50)),
    light: hsl(hue + random.between(90, 270), random.between(40, 100), random.between(45, 92)),
  });
};

/** Every class is a family of pages, never one tuned case. */
export const classes: Readonly<Record<string, Make>> = {
  clean: (random, text) => scene(plain(random, text)),
  small: (random, text) => scene({ ...plain(random, text), cssWidth: random.whole(84, 118) }),
  fractional: (random, text) =>
    scene({
      ...plain(random, text),
      element: random.pick(['canvas', 'img', 'svg']),
      cssWidth: random.between(110, 260),
      css: `image-rendering:${random.pick(['auto', 'pixelated'])};margin:${random.next()}px`,
    }),
  blur: (random, text) =>
    random.chance(0.5)
      ? scene({ ...plain(random, text), css: `filter:blur(${random.between(0.6, 1.8)}px)` })
      : scene({
          ...plain(random, text),
          element: 'canvas',
          modulePixels: 5,
          blurPixels: random.between(1, 3),
        }),
  jpeg,
  'low contrast': lowContrast,
  coloured,
  opacity: (random, text) =>
    scene({ ...plain(random, text), css: `opacity:${random.between(0.06, 0.4)}` }),
  inverted: (random, text) =>
    scene(
      { ...plain(random, text), dark: '#fff', light: random.pick(['#000', '#141414', '#1f2937']) },
      { page: 'dark' },
    ),
  'no quiet zone, light page': (random, text) => scene({ ...plain(random, text), margin: 0 }),
  'no quiet zone, dark page': (random, text) =>
    scene({ ...plain(random, text), margin: 0 }, { page: 'dark' }),
  'transparent canvas': (random, text) =>
    scene({
      ...plain(random, text),
      element: 'canvas',
      light: 'transparent',
      margin: 0,
      cssWidth: random.pick([134, 174, 256]),
    }),
  'drawn by the DOM': (random, text) =>
    scene({
      ...plain(random, text),
      element: random.pick(['table', 'divs']),
      modulePixels: random.pick([2, 2.5, 3, 3.3, 4, 5]),
    }),
  'styled dots and gradients': styled,
  logo: (random, text) =>
    scene({ ...plain(random, text, random.pick(['Q', 'H'])), logo: random.between(0.12, 0.26) }),
  'tooltip over it': (random, text) =>
    scene(plain(random, text, random.pick(['M', 'Q', 'H'])), { extras: ['tooltip'] }),
  rotated: (random, text) =>
    random.chance(0.5)
      ? scene({ ...plain(random, text), css: `transform:rotate(${random.between(-45, 45)}deg)` })
      : scene({
          ...plain(random, text),
          element: 'canvas',
          rotateDegrees: random.between(-180, 180),
        }),
  'other barcodes': (random, text) => scene(plain(random, text), { extras: ['barcodes'] }),
  'two QRs': (random, text) => scene(plain(random, text), { extras: ['second-qr'] }),
  'photo behind': (random, text) =>
    scene(
      {
        ...plain(random, text),
        light: random.pick(['#fff', 'rgba(255,255,255,.8)']),
        margin: random.whole(0, 2),
      },
      { page: 'photo' },
    ),
  mixed: (random, text) => {
    const { code } = random.pick([styled, jpeg, coloured, lowContrast])(random, text);
    return scene(
      {
        ...code,
        cssWidth: random.between(120, 240),
        margin: random.whole(0, 2),
        css: random.pick([
          '',
          `opacity:${random.between(0.3, 0.9)}`,
          `filter:blur(${random.between(0.2, 0.7)}px)`,
          `transform:rotate(${random.between(-8, 8)}deg)`,
        ]),
      },
      {
        page: random.pick(['light', 'dark']),
        extras: random.pick([[], ['barcodes'], ['second-qr']]),
      },
    );
  },
};
