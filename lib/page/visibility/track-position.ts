/**
 * Calls `onMove` when `element` may stand elsewhere: scroll, resize, and layout
 * shifts of any cause, which an IntersectionObserver framed round the element
 * reports without polling. Until `signal` aborts.
 */
export function trackPosition(element: Element, onMove: () => void, signal: AbortSignal): void {
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
