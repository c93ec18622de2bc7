/**
 * Whether pictures of this document are being read for a QR code. The scripts of
 * the extension in one document share an isolated world, which no page can see:
 * prompt.content notices the first picture, enrol.content reads it and all later
 * ones, and fill.content waits until that is over.
 */
declare global {
  // eslint-disable-next-line no-var
  var nightlatchQrReading: QrReading | undefined;
  // eslint-disable-next-line no-var
  var nightlatchQrPicture: Element | undefined;
  // eslint-disable-next-line no-var
  var nightlatchEnrolments: EventTarget | undefined;
}

type QrReading = 'under-way' | 'over';

export function noteQrReading(state: QrReading): void {
  globalThis.nightlatchQrReading = state;
}

export function isQrBeingRead(): boolean {
  // An element of the page with this name or id is no value of ours (HTML, named access on Window).
  return (
    Object.hasOwn(globalThis, 'nightlatchQrReading') &&
    globalThis.nightlatchQrReading === 'under-way'
  );
}

/** Notes the picture for which enrol.content is called: it looks there first, and at a long page after that. */
export function noteQrPicture(element: Element): void {
  globalThis.nightlatchQrPicture = element;
}

/** Gives it once: kept for longer, it would hold a dialog that is long gone. */
export function takeQrPicture(): Element | undefined {
  // An element of the page with this name or id is not what was noted.
  if (!Object.hasOwn(globalThis, 'nightlatchQrPicture')) return undefined;
  const element = globalThis.nightlatchQrPicture;
  globalThis.nightlatchQrPicture = undefined;
  return element;
}

function enrolments(): EventTarget {
  if (!Object.hasOwn(globalThis, 'nightlatchEnrolments'))
    Object.defineProperty(globalThis, 'nightlatchEnrolments', { value: new EventTarget() });
  return globalThis.nightlatchEnrolments ?? new EventTarget();
}

/** The QR code of an enrolment was read: what a prompt of this document may get is another thing now. */
export function noteEnrolment(): void {
  enrolments().dispatchEvent(new Event('read'));
}

export function onEnrolment(work: () => void, signal: AbortSignal): void {
  enrolments().addEventListener('read', work, { signal });
}
