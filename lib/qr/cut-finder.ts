import { Edges } from './edges.ts';
import { checkRuns, type Finder } from './finder.ts';
import type { GreyPicture } from './picture.ts';

/** A picture with more of them shows a texture. */
const MAX_FINDERS = 400;

/** Rows on which a finder must show its proportions: its core is three modules high. */
const LEAST_ROWS = 2;

/** How much a module's height may differ from its width. */
const STRETCH = 1.5;

/**
 * Finder patterns whose upper or lower part lies under something, a header that
 * stays when the page scrolls: rows through the core still have the proportions
 * 1:1:3:1:1, and of the column core, ring and frame of one side are left. Far
 * more of the clutter looks like this, so it is asked for last.
 */
export function findCutFinders(
  plane: GreyPicture,
  contrast: number,
  rowStep: number,
): readonly Finder[] {
  const { width, height, data } = plane;
  const finders: Finder[] = [];
  const edges = new Edges(width);
  const column = new ColumnCheck(plane, contrast);
  for (let y = rowStep >> 1; y < height; y += rowStep) {
    edges.scan(data.subarray(y * width, (y + 1) * width), contrast);
    for (let index = 0; index + 3 < edges.count; index += 1) {
      const runs = checkRuns(edges, index, width);
      if (runs === undefined) continue;
      const tone = edges.isDarkAfter(index + 1) ? 'dark' : 'light';
      const { middle: x, modulePixels } = runs;
      const known = finders.find(
        (finder) =>
          finder.tone === tone &&
          Math.abs(finder.x - x) < modulePixels &&
          Math.abs(finder.y - y) < 2 * modulePixels,
      );
      if (known !== undefined) {
        known.rows += 1;
        continue;
      }
      const middle = column.findMiddle({ x, y, modulePixels, tone });
      if (middle === undefined) continue;
      finders.push({ x, y: middle, modulePixels, tone, rows: 1 });
      if (finders.length >= MAX_FINDERS) return finders;
    }
  }
  return finders.filter(({ rows }) => rows >= LEAST_ROWS);
}

class ColumnCheck {
  readonly #plane: GreyPicture;
  readonly #contrast: number;
  readonly #line: Uint8Array;
  readonly #edges: Edges;

  constructor(plane: GreyPicture, contrast: number) {
    this.#plane = plane;
    this.#contrast = contrast;
    this.#line = new Uint8Array(plane.height);
    this.#edges = new Edges(plane.height);
  }

  /** The y of the finder's middle, told from the side of the core that shows. */
  findMiddle({ x, y, modulePixels: unit, tone }: Omit<Finder, 'rows'>): number | undefined {
    const { width, height, data } = this.#plane;
    const from = Math.max(0, Math.floor(y - 9 * unit));
    const to = Math.min(height, Math.ceil(y + 9 * unit) + 1);
    for (let index = 0, at = from * width + Math.floor(x); index < to - from; index += 1) {
      this.#line[index] = data[at] ?? 0;
      at += width;
    }
    const edges = this.#edges;
    edges.scan(this.#line.subarray(0, to - from), this.#contrast);
    // The core may begin before the line does, under a header as dark as itself.
    for (let index = -1; index < edges.count; index += 1) {
      const start = index < 0 ? 0 : (edges.at[index] ?? 0);
      const end = index + 1 < edges.count ? (edges.at[index + 1] ?? 0) : to - from;
      if (end < y - from || start > y - from + 1) continue;
      if (edges.isDarkAfter(index) !== (tone === 'dark')) continue;
      const below = this.#unitOf(index + 1, index + 2, index + 3, unit);
      if (below !== undefined && end - start > below) return from + end - 1.5 * below;
      const above = this.#unitOf(index - 2, index - 1, index, unit);
      if (above !== undefined && end - start > above) return from + start + 1.5 * above;
    }
    return undefined;
  }

  /** The height of a module, where ring and frame between these edges are one module high each. */
  #unitOf(first: number, middle: number, last: number, unit: number): number | undefined {
    if (first < 0 || last >= this.#edges.count) return undefined;
    const { at } = this.#edges;
    const one = (at[middle] ?? 0) - (at[first] ?? 0);
    const other = (at[last] ?? 0) - (at[middle] ?? 0);
    const own = (one + other) / 2;
    if (own > STRETCH * unit || own * STRETCH < unit) return undefined;
    return Math.abs(one - other) > 0.5 * own + 0.5 ? undefined : own;
  }
}
