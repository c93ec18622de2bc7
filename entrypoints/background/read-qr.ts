import { findBase64 } from '../../lib/base64.ts';
import type { Rgba } from '../../lib/browser/picture.ts';
import { AppError } from '../../lib/errors.ts';
import { QR_PICTURE_MS } from '../../lib/limits.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import type { GreyPixels } from '../../lib/protocol/page-messages.ts';

/** One element of a page is read in under 30 ms; noise, and anything on a busy machine, is given up after this. */
const ELEMENT_MS = 1_000;

/**
 * What the pixels of one element of a page hold. other: a QR code that sets up
 * no account. unfinished: given up for its time, so it says nothing.
 */
export type QrReading =
  | { readonly kind: 'none' | 'other' | 'unfinished' }
  | { readonly kind: 'setup'; readonly uri: string };

/** Reads the first set-up code in `pixels`. Throws 'request-malformed'. */
export async function readElement(pixels: GreyPixels): Promise<QrReading> {
  const { width, height } = pixels;
  const { decodeGrey } = await import('../../lib/qr/decode.ts');
  const isOver = deadlineIn(ELEMENT_MS);
  const found = decodeGrey(
    { width, height, data: bytesOf(pixels) },
    { isOver, isEnough: (some) => some.some(isSetup) },
  );
  const uri = found.find(isSetup)?.text;
  if (uri !== undefined) return { kind: 'setup', uri };
  if (isOver()) return { kind: 'unfinished' };
  return { kind: found.length === 0 ? 'none' : 'other' };
}

/** The texts of all QR codes in a picture. */
export async function readTexts(picture: Rgba): Promise<readonly string[]> {
  const { decodeRgba } = await import('../../lib/qr/decode.ts');
  return decodeRgba(picture, { isOver: deadlineIn(QR_PICTURE_MS) }).map(({ text }) => text);
}

/** Throws 'request-malformed' when it is not base64 of width × height bytes. */
function bytesOf({ width, height, grey }: GreyPixels): Uint8Array<ArrayBuffer> {
  const bytes = findBase64(grey);
  if (bytes?.length !== width * height) throw new AppError('request-malformed');
  return bytes;
}

/** Whether a page may be offered to save it. The first such code ends the search. */
function isSetup({ text }: { readonly text: string }): boolean {
  const kind = classifyQrText(text);
  return kind === 'otpauth' || kind === 'hotp' || kind === 'steam';
}

/** Says whether `ms` have passed; the decoder has no clock of its own. */
function deadlineIn(ms: number): () => boolean {
  const endMs = performance.now() + ms;
  return () => performance.now() > endMs;
}
