import { findBase64 } from '../../lib/base64.ts';
import { AppError } from '../../lib/errors.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import type { GreyPixels } from '../../lib/protocol/page-messages.ts';
import { deadlineIn } from './deadline.ts';

/** One element of a page: read in under 30 ms, noise given up. */
const READ_MS = 400;

/** What the pixels of one element of a page hold; 'other' is a code of another kind. */
export type SetupReading =
  | { readonly kind: 'none' | 'other' }
  | { readonly kind: 'setup'; readonly uri: string };

/** Reads the first set-up code in `pixels`. Throws 'request-malformed'. */
export async function readSetup(pixels: GreyPixels): Promise<SetupReading> {
  const { width, height } = pixels;
  const { decodeGrey } = await import('../../lib/qr/decode.ts');
  const found = decodeGrey(
    { width, height, data: bytesOf(pixels) },
    { isOver: deadlineIn(READ_MS), isEnough: (some) => some.some(isSetup) },
  );
  const uri = found.find(isSetup)?.text;
  if (uri !== undefined) return { kind: 'setup', uri };
  return { kind: found.length === 0 ? 'none' : 'other' };
}

/** Throws 'request-malformed' when it is not base64 of width × height bytes. */
function bytesOf({ width, height, grey }: GreyPixels): Uint8Array<ArrayBuffer> {
  const bytes = findBase64(grey);
  if (bytes?.length !== width * height) throw new AppError('request-malformed');
  return bytes;
}

/** The one kind of code a page may be offered to save; the first of them ends the search. */
function isSetup({ text }: { readonly text: string }): boolean {
  return classifyQrText(text) === 'otpauth';
}
