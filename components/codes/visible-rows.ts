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

/** Which of `total` rows the viewport shows, and `overscanRows` more on either side. */
export function visibleRows(
  { scrollPx, heightPx, rowPx }: Viewport,
  total: number,
  overscanRows = OVERSCAN_ROWS,
): RowRange {
  const first = Math.max(0, Math.floor(scrollPx / rowPx) - overscanRows);
  const end = Math.min(total, Math.ceil((scrollPx + heightPx) / rowPx) + overscanRows);
  return { first: Math.min(first, Math.max(0, total - 1)), end };
}

/** The scroll position, nearest to the present one, that brings row `index` wholly into view. */
export function scrollToShow(index: number, { scrollPx, heightPx, rowPx }: Viewport): number {
  const top = index * rowPx;
  if (top < scrollPx) return top;
  if (top + rowPx > scrollPx + heightPx) return top + rowPx - heightPx;
  return scrollPx;
}
