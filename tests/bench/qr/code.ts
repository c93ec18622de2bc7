import qrcode from 'qrcode';
import qrcodeGenerator from 'qrcode-generator';
import { encode as encodeUqr } from 'uqr';
import type { Random } from './random.ts';

/** How one QR is drawn in the page; made here from a seed, drawn by draw-in-page.ts. */
export interface CodeSpec {
  readonly text: string;
  /** Rows of '0' and '1'; 1 is dark. */
  readonly rows: readonly string[];
  readonly element: 'canvas' | 'img' | 'svg' | 'background' | 'table' | 'divs' | 'text';
  /** Pixels of a module in the canvas or picture, before the page scales it. */
  readonly modulePixels: number;
  /** Light modules round the code, in its own colour. */
  readonly margin: number;
  readonly dark: string;
  /** A second colour: the dark modules run from one to the other. */
  readonly darkEnd?: string;
  /** 'transparent': whatever lies behind. */
  readonly light: string;
  readonly shape: 'square' | 'dot' | 'rounded' | 'gapped';
  /** Finder patterns drawn with round corners; 0 is square, 1 is a circle. */
  readonly finderRound: number;
  /** Part of the side that a logo in the middle takes. */
  readonly logo: number;
  /** Baked into the picture: blur in source pixels, JPEG quality, rotation in degrees. */
  readonly blurPixels: number;
  readonly jpegQuality?: number;
  readonly rotateDegrees: number;
  /** CSS width of the element, or the size of the font; undefined: its own size. */
  readonly cssWidth?: number;
  readonly css: string;
}

type Ecc = 'L' | 'M' | 'Q' | 'H';
type Encode = (text: string, ecc: Ecc, random: Random) => readonly string[];

const LIBRARIES: readonly [Encode, Encode, Encode] = [
  (text, ecc, random) =>
    encodeUqr(text, { ecc, border: 0, boostEcc: random.chance(0.3) }).data.map((row) =>
      row.map((isDark) => (isDark ? '1' : '0')).join(''),
    ),
  (text, ecc) => {
    const { modules } = qrcode.create(text, { errorCorrectionLevel: ecc });
    return rowsOf(modules.size, (row, column) => modules.get(row, column) === 1);
  },
  (text, ecc) => {
    const made = qrcodeGenerator(0, ecc);
    made.addData(text, 'Byte');
    made.make();
    return rowsOf(made.getModuleCount(), (row, column) => made.isDark(row, column));
  },
];

/** The modules of a text by one of three libraries: they differ in mode, mask and version. */
export function makeRows(text: string, ecc: Ecc, random: Random): readonly string[] {
  return random.pick(LIBRARIES)(text, ecc, random);
}

function rowsOf(size: number, isDark: (row: number, column: number) => boolean): readonly string[] {
  return Array.from({ length: size }, (_row, row) =>
    Array.from({ length: size }, (_column, column) => (isDark(row, column) ? '1' : '0')).join(''),
  );
}
