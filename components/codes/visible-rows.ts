/** The rows from `first` (inclusive) to `end` (exclusive) of a list. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** This many rows are rendered above and below the view, so that a short scroll or Tab never meets a hole. */
const OVERSCAN_ROWS = 3;

/** What a list of rows of equal height shows; lengths in CSS pixels. */
interface Viewport {
  readonly scrollPx: number;
  readonly heightPx: number;
  readonly rowPx: number;
}

/** What stands between the rows: the headings of sections. */
interface AnyHeadings {
  /** The height of all headings together. */
  readonly aboveMaxPx?: number;
}

interface RowHeadings {
  /** The height of the headings above the row. */
  readonly abovePx?: number;
  /** The height of the heading that belongs to the row, and is shown with it. */
  readonly headingPx?: number;
}

/**
 * Which of `total` rows the viewport shows, and `overscanRows` more on either
 * side. Headings push rows down: where they all stood above the view, its first
 * row would be earlier, so that one is taken.
 */
export function visibleRows(
  { scrollPx, heightPx, rowPx, aboveMaxPx = 0 }: Viewport & AnyHeadings,
  total: number,
  overscanRows = OVERSCAN_ROWS,
): RowRange {
  const first = Math.max(0, Math.floor((scrollPx - aboveMaxPx) / rowPx) - overscanRows);
  const end = Math.min(total, Math.ceil((scrollPx + heightPx) / rowPx) + overscanRows);
  return { first: Math.min(first, Math.max(0, total - 1)), end };
}

/** The scroll position, nearest to the present one, that brings row `index` wholly into view. */
export function scrollToShow(
  index: number,
  { scrollPx, heightPx, rowPx, abovePx = 0, headingPx = 0 }: Viewport & RowHeadings,
): number {
  const top = index * rowPx + abovePx;
  if (top - headingPx < scrollPx) return top - headingPx;
  if (top + rowPx > scrollPx + heightPx) return top + rowPx - heightPx;
  return scrollPx;
}
