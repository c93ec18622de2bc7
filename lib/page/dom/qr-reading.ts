/**
 * Whether pictures of this document are being read for a QR code. The scripts of
 * the extension in one document share an isolated world, which no page can see:
 * prompt.content notices the first picture, enrol.content reads it and all later
 * ones, and fill.content waits until that is over.
 */
declare global {
  // eslint-disable-next-line no-var
  var nightlatchQrReading: QrReading | undefined;
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
