import { Edges } from './edges.ts';
import { copyColumn, scanRows, type Finder } from './finder.ts';
import type { GreyPicture } from './picture.ts';

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
  const column = new ColumnCheck(plane, contrast);
  const finders = scanRows(
    plane,
    { contrast, rowStep },
    {
      isSame: (finder, { x, y, modulePixels }) =>
        Math.abs(finder.x - x) < modulePixels && Math.abs(finder.y - y) < 2 * modulePixels,
      confirm(onRow) {
        const middle = column.findMiddle(onRow);
        const { x, modulePixels } = onRow;
        return middle === undefined ? undefined : { x, y: middle, modulePixels };
      },
    },
  );
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
    const from = Math.max(0, Math.floor(y - 9 * unit));
    const to = Math.min(this.#plane.height, Math.ceil(y + 9 * unit) + 1);
    copyColumn(this.#plane, x, { from, to }, this.#line);
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
