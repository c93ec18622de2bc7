/** Where the chip stands: on the field's upper edge, at its end, in no flow of the page. */

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box round all of `elements`. */
export function boxAround(elements: readonly Element[]): Frame {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

const EDGE_PX = 4;
/** So far the chip reaches into the field: enough to belong to it, too little to hide digits. */
const OVERLAP_PX = 8;

/** Top left corner, px, of a chip of `width` × `height` by a field in a window of `view`. */
export function placeBy(
  field: Frame,
  chip: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  direction: string,
): { readonly left: number; readonly top: number } {
  const atEnd = direction === 'rtl' ? field.left : field.right - chip.width;
  const left = Math.min(
    Math.max(atEnd, EDGE_PX),
    Math.max(view.width - chip.width - EDGE_PX, EDGE_PX),
  );
  // A wider one would reach over the field's label, or the button beside it.
  const overlap = chip.width <= field.right - field.left ? OVERLAP_PX : -1;
  const above = field.top - chip.height + overlap;
  return { left, top: above >= EDGE_PX ? above : field.bottom - overlap };
}

/**
 * Calls `onMove` when `element` may stand elsewhere: scroll, resize, and layout
 * shifts of any cause, which an IntersectionObserver framed round the element
 * reports without polling. Until `signal` aborts.
 */
export function watchPlace(element: Element, onMove: () => void, signal: AbortSignal): void {
  let frame: IntersectionObserver | undefined;
  let queued: number | undefined;

  function queue(): void {
    queued ??= requestAnimationFrame(() => {
      queued = undefined;
      if (signal.aborted) return;
      onMove();
      enframe();
    });
  }

  function enframe(): void {
    frame?.disconnect();
    const { documentElement: page } = element.ownerDocument;
    const box = element.getBoundingClientRect();
    const margins = [
      box.top,
      page.clientWidth - box.right,
      page.clientHeight - box.bottom,
      box.left,
    ];
    const rootMargin = margins.map((margin) => `${-Math.floor(margin)}px`).join(' ');
    let first: number | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const ratio = entries.at(-1)?.intersectionRatio ?? 0;
        if (first === undefined) first = ratio;
        else if (ratio !== first) queue();
      },
      { rootMargin, threshold: [0, 0.25, 0.5, 0.75, 0.9, 0.98, 1] },
    );
    observer.observe(element);
    frame = observer;
  }

  const size = new ResizeObserver(queue);
  size.observe(element);
  window.addEventListener('scroll', queue, { capture: true, passive: true, signal });
  window.addEventListener('resize', queue, { passive: true, signal });
  signal.addEventListener('abort', () => {
    frame?.disconnect();
    size.disconnect();
    if (queued !== undefined) cancelAnimationFrame(queued);
  });
  enframe();
}
