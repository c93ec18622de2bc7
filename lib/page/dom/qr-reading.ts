/**
 * Whether pictures of this document are being read for a QR code. The scripts of
 * the extension in one document share an isolated world, which no page can see:
 * prompt.content notices the first picture, enrol.content, which may be there and
 * wait for it, reads it and all later ones, and fill.content waits until that is over.
 */
declare global {
  // eslint-disable-next-line no-var
  var nightlatchQrReading: QrReading | undefined;
  // eslint-disable-next-line no-var
  var nightlatchQrPicture: Element | undefined;
  // eslint-disable-next-line no-var
  var nightlatchQrEvents: EventTarget | undefined;
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

function events(): EventTarget {
  if (!Object.hasOwn(globalThis, 'nightlatchQrEvents'))
    Object.defineProperty(globalThis, 'nightlatchQrEvents', { value: new EventTarget() });
  return globalThis.nightlatchQrEvents ?? new EventTarget();
}

/**
 * Notes the first picture: enrol.content looks there first, and at a long page after that.
 * left: enrol.content does not wait here for it, and is to be called.
 */
export function noteQrPicture(element: Element): 'taken' | 'left' {
  globalThis.nightlatchQrPicture = element;
  const picture = new Event('picture', { cancelable: true });
  return events().dispatchEvent(picture) ? 'left' : 'taken';
}

/** Calls `work` once there is a first picture: at once where it has been noted. */
export function onQrPicture(work: () => void, signal: AbortSignal): void {
  if (Object.hasOwn(globalThis, 'nightlatchQrPicture')) return work();
  const take = (picture: Event): void => {
    picture.preventDefault();
    work();
  };
  events().addEventListener('picture', take, { once: true, signal });
}

/** Gives it once: kept for longer, it would hold a dialog that is long gone. */
export function takeQrPicture(): Element | undefined {
  // An element of the page with this name or id is not what was noted.
  if (!Object.hasOwn(globalThis, 'nightlatchQrPicture')) return undefined;
  const element = globalThis.nightlatchQrPicture;
  globalThis.nightlatchQrPicture = undefined;
  return element;
}

/** The QR code of an enrolment was read: what a prompt of this document may get is another thing now. */
export function noteEnrolment(): void {
  events().dispatchEvent(new Event('read'));
}

export function onEnrolment(work: () => void, signal: AbortSignal): void {
  events().addEventListener('read', work, { signal });
}
