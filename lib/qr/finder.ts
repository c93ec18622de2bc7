import { Edges } from './edges.ts';
import type { GreyPicture } from './picture.ts';

/** One finder pattern: the three concentric squares in a corner of a code. */
export interface Finder {
  /** The middle of the pattern, in pixels. */
  x: number;
  y: number;
  /** The mean of a module's widths along the row and along the column, in pixels. */
  modulePixels: number;
  /** The tone of its middle: 'light' in codes that are drawn light on dark. */
  readonly tone: 'dark' | 'light';
  /** The number of rows on which its proportions were found. */
  rows: number;
}

/** Where the middle of a finder pattern is supposed to be. */
type Candidate = Pick<Finder, 'x' | 'y' | 'modulePixels' | 'tone'>;

interface Crossing {
  readonly middle: number;
  readonly modulePixels: number;
}

/** A picture with more finder patterns than this shows a texture and no codes; trying all triples would take too long. */
const MAX_FINDERS = 400;

/**
 * Looks on every `rowStep`th row for runs of 1:1:3:1:1 (ISO/IEC 18004 section
 * 6.3.3.1), of either tone, and keeps those that the column through their
 * middle confirms. `contrast` is the least step in shades that counts. Of
 * `rows`, where given, only those that are 1 are looked at.
 */
export function findFinders(
  plane: GreyPicture,
  contrast: number,
  rowStep: number,
  rows?: Uint8Array,
): readonly Finder[] {
  const cross = new CrossCheck(plane, contrast);
  return scanRows(
    plane,
    { contrast, rowStep, rows },
    {
      isSame: (finder, { x, y }) =>
        Math.abs(finder.x - x) < finder.modulePixels &&
        Math.abs(finder.y - y) < 3.5 * finder.modulePixels,
      confirm(onRow) {
        const column = cross.alongColumn(onRow);
        if (column === undefined) return undefined;
        const onColumn = { ...onRow, y: column.middle };
        if (!cross.alongDiagonals({ ...onColumn, modulePixels: column.modulePixels }))
          return undefined;
        const row = cross.alongRow(onColumn);
        const modulePixels = ((row ?? onRow).modulePixels + column.modulePixels) / 2;
        return { x: row?.middle ?? onRow.x, y: column.middle, modulePixels };
      },
    },
  );
}

/** What is made of the runs of 1:1:3:1:1 on a row. */
interface RowRules {
  /** Whether the runs are one more row of `finder`, which has the same tone. */
  readonly isSame: (finder: Finder, onRow: Candidate) => boolean;
  /** The pattern that they are a row of, where the lines that cross them confirm it. */
  readonly confirm: (onRow: Candidate) => Omit<Finder, 'rows' | 'tone'> | undefined;
}

/** Which rows are looked at, and for how large steps. */
interface Scan {
  readonly contrast: number;
  readonly rowStep: number;
  readonly rows?: Uint8Array | undefined;
}

export function scanRows(
  { width, height, data }: GreyPicture,
  { contrast, rowStep, rows }: Scan,
  { isSame, confirm }: RowRules,
): readonly Finder[] {
  const finders: Finder[] = [];
  const edges = new Edges(width);
  for (let y = rowStep >> 1; y < height; y += rowStep) {
    if (rows?.[y] === 0) continue;
    edges.scan(data.subarray(y * width, (y + 1) * width), contrast);
    for (let index = 0; index + 3 < edges.count; index += 1) {
      const runs = checkRuns(edges, index, width);
      if (runs === undefined) continue;
      const tone = edges.isDarkAfter(index + 1) ? 'dark' : 'light';
      const onRow: Candidate = { x: runs.middle, y, modulePixels: runs.modulePixels, tone };
      const known = finders.find((finder) => finder.tone === tone && isSame(finder, onRow));
      if (known !== undefined) {
        known.rows += 1;
        continue;
      }
      const found = confirm(onRow);
      if (found === undefined) continue;
      finders.push({ ...found, tone, rows: 1 });
      if (finders.length >= MAX_FINDERS) return finders;
    }
  }
  return finders;
}

/** Copies the pixels from row `from` to row `to` of the column at `x` into `line`. */
export function copyColumn(
  { width, data }: GreyPicture,
  x: number,
  { from, to }: { readonly from: number; readonly to: number },
  line: Uint8Array,
): void {
  let at = from * width + Math.min(width - 1, Math.max(0, Math.floor(x)));
  for (let index = 0; index < to - from; index += 1, at += width) line[index] = data[at] ?? 0;
}

/**
 * Checks whether the runs round edge `index`, where the inner ring begins, have
 * the proportions of a finder pattern. One of the outermost runs may be longer:
 * there the code has no quiet zone, or one whose shade lies between the code and
 * the page. Everything is measured from the four inner edges.
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

/** Checks short lines through a candidate for the proportions of a finder pattern. */
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

  alongColumn(candidate: Candidate): Crossing | undefined {
    const { x, y, modulePixels: unit } = candidate;
    // The line is twice as long as the row's size asks for, because a picture may be stretched.
    const from = Math.max(0, Math.floor(y - 9 * unit));
    const to = Math.min(this.#plane.height, Math.ceil(y + 9 * unit) + 1);
    copyColumn(this.#plane, x, { from, to }, this.#line);
    return this.#check(candidate, { from, to, middle: y });
  }

  alongRow(candidate: Candidate): Crossing | undefined {
    const { x, y, modulePixels: unit } = candidate;
    const { width, height, data } = this.#plane;
    const from = Math.max(0, Math.floor(x - 9 * unit));
    const to = Math.min(width, Math.ceil(x + 9 * unit) + 1);
    const start = Math.min(height - 1, Math.max(0, Math.floor(y))) * width;
    this.#line.set(data.subarray(start + from, start + to));
    return this.#check(candidate, { from, to, middle: x });
  }

  /** Whether one of the diagonals has the proportions, as every line through the middle of a finder pattern has. */
  alongDiagonals(candidate: Candidate): boolean {
    return this.#alongDiagonal(candidate, 1) || this.#alongDiagonal(candidate, -1);
  }

  #alongDiagonal(candidate: Candidate, slope: 1 | -1): boolean {
    const { x, y, modulePixels: unit } = candidate;
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
    return this.#check(candidate, { from: 0, to: back + ahead + 1, middle: back }) !== undefined;
  }

  /** Checks the line that was copied from pixel `from` to `to`; the candidate is at `middle` of it. */
  #check(
    { modulePixels: unit, tone }: Candidate,
    { from, to, middle }: { readonly from: number; readonly to: number; readonly middle: number },
  ): Crossing | undefined {
    const edges = this.#edges;
    edges.scan(this.#line.subarray(0, to - from), this.#contrast);
    for (let index = 0; index + 3 < edges.count; index += 1) {
      const core = (edges.at[index + 1] ?? 0) + from;
      const coreEnd = (edges.at[index + 2] ?? 0) + from;
      if (coreEnd < middle || core > middle + 1) continue;
      if (edges.isDarkAfter(index + 1) !== (tone === 'dark')) continue;
      const runs = checkRuns(edges, index, to - from);
      if (runs === undefined) continue;
      if (runs.modulePixels > 1.7 * unit + 0.5 || runs.modulePixels * 1.7 + 0.5 < unit) continue;
      return { middle: runs.middle + from, modulePixels: runs.modulePixels };
    }
    return undefined;
  }
}
