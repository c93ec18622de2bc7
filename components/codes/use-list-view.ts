import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { headingsAbove, type Section } from './list-sections.ts';
import { scrollToShow, visibleRows, type RowRange } from './visible-rows.ts';

/** The heights of a row in root em, roomy and compact, the same as in ui/appearance.css. */
const ROW_EM = { roomy: 3.5, compact: 2.75 };
/** The height of a heading in root em, the same as in ui/appearance.css. */
const HEADING_EM = 1.75;
/** The most that a popup shows. Rows beyond it are rendered after the first paint. */
const FIRST_HEIGHT_PX = 490;

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function readRowEm(): number {
  const { density } = document.documentElement.dataset;
  return density === 'compact' ? ROW_EM.compact : ROW_EM.roomy;
}

export interface ListView {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The rows that are rendered. */
  readonly range: RowRange;
  /** The row that has the focus, or the pointer over it; -1 is none. */
  readonly selected: number;
  readonly select: (index: number) => void;
  readonly onScroll: () => void;
  /** Brings a row into view and gives it the focus. */
  readonly focusRow: (index: number) => void;
  /** How many rows a page has. */
  readonly pageRows: () => number;
}

/** Which rows of a long list are in view, and which has the focus. `known`: how many rows there are now. */
export function useListView(sections: readonly Section[], total: number, known: number): ListView {
  const scroller = useRef<HTMLDivElement>(null);
  const pendingFocus = useRef<number | undefined>(undefined);
  const [rowEm] = useState(readRowEm);
  const [range, setRange] = useState<RowRange>(() =>
    visibleRows({ scrollPx: 0, heightPx: FIRST_HEIGHT_PX, rowPx: rowEm * 16 }, known, 0),
  );
  // No row is selected (-1) until one has the focus: hidden codes stay hidden when the popup opens.
  const [selected, select] = useState(-1);
  const [emPx] = useState(rootPx);

  /** In a low window rows and headings are lower: see codes-view.css. */
  const heightOf = (box: HTMLElement, part: '.row' | '.list-head', usualEm: number): number =>
    box.querySelector(part)?.getBoundingClientRect().height ?? usualEm * emPx;
  const rowPxOf = (box: HTMLElement): number => heightOf(box, '.row', rowEm);
  const headingPxOf = (box: HTMLElement): number => heightOf(box, '.list-head', HEADING_EM);
  const viewportOf = (box: HTMLElement) => ({
    scrollPx: box.scrollTop,
    heightPx: box.clientHeight,
    rowPx: rowPxOf(box),
  });
  const onScroll = (): void => {
    const box = scroller.current;
    if (!box) return;
    const { first, end } = visibleRows(
      { ...viewportOf(box), aboveMaxPx: headingsAbove(sections, total) * headingPxOf(box) },
      total,
    );
    setRange((old) => (old.first === first && old.end === end ? old : { first, end }));
  };
  useEffect(onScroll, [total, sections]);
  const focusRow = (index: number): void => {
    const box = scroller.current;
    if (!box || index < 0 || index >= total) return;
    const headingPx = headingPxOf(box);
    const abovePx = headingsAbove(sections, index) * headingPx;
    const isFirst = sections.some(({ title, first }) => title !== undefined && first === index);
    box.scrollTop = scrollToShow(index, {
      ...viewportOf(box),
      abovePx,
      headingPx: isFirst ? headingPx : 0,
    });
    pendingFocus.current = index;
    onScroll();
    select(index);
  };
  useEffect(() => {
    const index = pendingFocus.current;
    if (index === undefined) return;
    const button = scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
    if (!button) return;
    pendingFocus.current = undefined;
    button.focus({ preventScroll: true });
  });
  const pageRows = (): number => {
    const box = scroller.current;
    return box ? Math.max(1, Math.floor(box.clientHeight / rowPxOf(box)) - 1) : 1;
  };
  return { scroller, range, selected, select, onScroll, focusRow, pageRows };
}
