/** Rows `first` (inclusive) to `end` (exclusive) of a list. */
export interface ListWindow {
  readonly first: number;
  readonly end: number;
}

/** Rows kept ready above and below the view: a short scroll or Tab never meets a hole. */
const OVERSCAN_ROWS = 3;

/** Which rows of equal height a scroller shows, and `overscanRows` on either side; lengths in CSS pixels. */
export function windowOf(
  scrollPx: number,
  heightPx: number,
  rowPx: number,
  total: number,
  overscanRows = OVERSCAN_ROWS,
): ListWindow {
  const first = Math.max(0, Math.floor(scrollPx / rowPx) - overscanRows);
  const end = Math.min(total, Math.ceil((scrollPx + heightPx) / rowPx) + overscanRows);
  return { first: Math.min(first, Math.max(0, total - 1)), end };
}

/** The least scroll that brings row `index` wholly into view. */
export function scrollTo(index: number, scrollPx: number, heightPx: number, rowPx: number): number {
  const top = index * rowPx;
  if (top < scrollPx) return top;
  if (top + rowPx > scrollPx + heightPx) return top + rowPx - heightPx;
  return scrollPx;
}
