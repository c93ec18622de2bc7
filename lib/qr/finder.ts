import { Edges } from './edges.ts';
import type { GreyPicture } from './picture.ts';

/** One finder pattern: the three concentric squares in a corner of a code. */
export interface Finder {
  /** Its middle, in pixels. */
  x: number;
  y: number;
  /** Mean of the modules' widths along the row and along the column. */
  modulePixels: number;
  /** Of its middle: 'light' in codes drawn light on dark. */
  readonly tone: 'dark' | 'light';
  /** On how many rows it was seen. */
  rows: number;
}

interface Crossing {
  readonly middle: number;
  readonly modulePixels: number;
}

/** More than that is a texture, not codes; triples of them would cost too long. */
const MAX_FINDERS = 400;

/**
 * Looks on every `rowStep`th row for runs of 1:1:3:1:1 (ISO/IEC 18004 section
 * 6.3.3.1), of either tone, and keeps those that the column through their
 * middle confirms. `contrast` is the least step in shades that counts.
 */
export function findFinders(
  plane: GreyPicture,
  contrast: number,
  rowStep: number,
): readonly Finder[] {
  const { width, height, data } = plane;
  const finders: Finder[] = [];
  const row = new Edges(width);
  const cross = new CrossCheck(plane, contrast);
  for (let y = rowStep >> 1; y < height; y += rowStep) {
    row.scan(data.subarray(y * width, (y + 1) * width), contrast);
    for (let index = 0; index + 3 < row.count; index += 1) {
      const seen = checkRuns(row, index, width);
      if (seen === undefined) continue;
      const tone = row.isDarkAfter(index + 1) ? 'dark' : 'light';
      const known = finders.find(
        (finder) =>
          finder.tone === tone &&
          Math.abs(finder.x - seen.middle) < finder.modulePixels &&
          Math.abs(finder.y - y) < 3.5 * finder.modulePixels,
      );
      if (known !== undefined) {
        known.rows += 1;
        continue;
      }
      const column = cross.alongColumn(seen.middle, y, seen.modulePixels, tone);
      if (column === undefined) continue;
      if (!cross.alongDiagonals(seen.middle, column.middle, column.modulePixels, tone)) continue;
      const again = cross.alongRow(seen.middle, column.middle, seen.modulePixels, tone) ?? seen;
      finders.push({
        x: again.middle,
        y: column.middle,
        modulePixels: (again.modulePixels + column.modulePixels) / 2,
        tone,
        rows: 1,
      });
      if (finders.length >= MAX_FINDERS) return finders;
    }
  }
  return finders;
}

/**
 * Do the runs round edge `index`, where the inner ring begins, have the
 * proportions of a finder? One of the outermost runs may be longer: there the
 * code has no quiet zone, or one whose shade lies between the code and the
 * page. Everything is measured from the four inner edges.
 */
function checkRuns({ at, count }: Edges, index: number, length: number): Crossing | undefined {
  const e1 = at[index] ?? 0;
  const e2 = at[index + 1] ?? 0;
  const e3 = at[index + 2] ?? 0;
  const e4 = at[index + 3] ?? 0;
  const unit = (e4 - e1) / 5;
  if (unit < 1) return undefined;
  // Small modules are drawn up to half a pixel wider or narrower than they are.
  const slack = 0.35 * unit + 0.35;
  if (Math.abs(e2 - e1 - unit) > slack || Math.abs(e4 - e3 - unit) > slack) return undefined;
  // A blur makes the core narrower: the edges lie half-way between unequal shades.
  if (Math.abs(e3 - e2 - 3 * unit) > 2 * slack) return undefined;
  const before = e1 - (index > 0 ? (at[index - 1] ?? 0) : 0) - unit;
  const after = (index + 4 < count ? (at[index + 4] ?? 0) : length) - e4 - unit;
  if (before < -slack || after < -slack || (before > slack && after > slack)) return undefined;
  return { middle: (e1 + e2 + e3 + e4) / 4, modulePixels: unit };
}

/** Looks at short lines through a supposed middle. */
class CrossCheck {
  readonly #plane: GreyPicture;
  readonly #contrast: number;
  readonly #line: Uint8Array;
  readonly #edges: Edges;

  constructor(plane: GreyPicture, contrast: number) {
    this.#plane = plane;
    this.#contrast = contrast;
    const longest = Math.max(plane.width, plane.height);
    this.#line = new Uint8Array(longest);
    this.#edges = new Edges(longest);
  }

  alongColumn(x: number, y: number, unit: number, tone: Finder['tone']): Crossing | undefined {
    const { width, height, data } = this.#plane;
    // Twice the size along the row: pixels need not be square.
    const from = Math.max(0, Math.floor(y - 9 * unit));
    const to = Math.min(height, Math.ceil(y + 9 * unit) + 1);
    let at = from * width + Math.min(width - 1, Math.max(0, Math.floor(x)));
    for (let index = 0; index < to - from; index += 1, at += width) {
      this.#line[index] = data[at] ?? 0;
    }
    return this.#check(from, to, y, unit, tone);
  }

  alongRow(x: number, y: number, unit: number, tone: Finder['tone']): Crossing | undefined {
    const { width, height, data } = this.#plane;
    const from = Math.max(0, Math.floor(x - 9 * unit));
    const to = Math.min(width, Math.ceil(x + 9 * unit) + 1);
    const start = Math.min(height - 1, Math.max(0, Math.floor(y))) * width;
    this.#line.set(data.subarray(start + from, start + to));
    return this.#check(from, to, x, unit, tone);
  }

  /** Any line through the middle of a finder has its proportions: is it so on either diagonal? */
  alongDiagonals(x: number, y: number, unit: number, tone: Finder['tone']): boolean {
    return this.#alongDiagonal(x, y, unit, tone, 1) || this.#alongDiagonal(x, y, unit, tone, -1);
  }

  #alongDiagonal(x: number, y: number, unit: number, tone: Finder['tone'], slope: 1 | -1): boolean {
    const { width, height, data } = this.#plane;
    const column = Math.floor(x);
    const row = Math.floor(y);
    const reach = Math.ceil(9 * unit);
    const above = slope > 0 ? row : height - 1 - row;
    const below = height - 1 - above;
    const back = Math.min(reach, column, above);
    const ahead = Math.min(reach, width - 1 - column, below);
    let at = (row - slope * back) * width + column - back;
    for (let index = 0; index <= back + ahead; index += 1, at += slope * width + 1) {
      this.#line[index] = data[at] ?? 0;
    }
    return this.#check(0, back + ahead + 1, back, unit, tone) !== undefined;
  }

  #check(
    from: number,
    to: number,
    middle: number,
    unit: number,
    tone: Finder['tone'],
  ): Crossing | undefined {
    const edges = this.#edges;
    edges.scan(this.#line.subarray(0, to - from), this.#contrast);
    for (let index = 0; index + 3 < edges.count; index += 1) {
      const core = (edges.at[index + 1] ?? 0) + from;
      const coreEnd = (edges.at[index + 2] ?? 0) + from;
      if (coreEnd < middle || core > middle + 1) continue;
      if (edges.isDarkAfter(index + 1) !== (tone === 'dark')) continue;
      const seen = checkRuns(edges, index, to - from);
      if (seen === undefined) continue;
      if (seen.modulePixels > 1.7 * unit + 0.5 || seen.modulePixels * 1.7 + 0.5 < unit) continue;
      return { middle: seen.middle + from, modulePixels: seen.modulePixels };
    }
    return undefined;
  }
}
