import { blobOfDataUrl, pixelsOf } from '../../lib/browser/picture.ts';
import { pictureOfTab } from '../../lib/browser/tabs.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import { secretStrength } from '../../lib/otp/key.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import type { ReviewView, ScanFinding } from '../../lib/protocol/messages.ts';
import { decodeRgba } from '../../lib/qr/decode.ts';
import type { Captures } from './captures.ts';

/** What a user sees of an account before saving it. Throws all that parseOtpauthUri throws. */
export async function reviewOf(
  captures: Captures,
  captureId: string,
  uri: string,
): Promise<ReviewView> {
  const account = parseOtpauthUri(uri);
  const duplicate = await captures.duplicateOf(account);
  const { secret, ...rest } = account;
  const strength = secretStrength(secret);
  secret.fill(0);
  return { ...rest, captureId, duplicate, secretStrength: strength };
}

/** One QR's text as a line of the scan's list. */
async function findingOf(captures: Captures, text: string): Promise<ScanFinding> {
  const kind = classifyQrText(text);
  if (kind !== 'otpauth') return { kind };
  try {
    parseOtpauthUri(text).secret.fill(0);
    return { kind, review: await reviewOf(captures, await captures.park(text), text) };
  } catch (thrown) {
    return { kind: 'refused', code: errorCodeOf(thrown) };
  }
}

/** Every QR on the visible part of a tab. Throws 'tab-unreadable' without activeTab, 'qr-not-found'. */
export async function scanTab(captures: Captures, tabId: number): Promise<readonly ScanFinding[]> {
  let picture;
  try {
    picture = await pixelsOf(blobOfDataUrl(await pictureOfTab(tabId)));
  } catch {
    throw new AppError('tab-unreadable');
  }
  const found = decodeRgba(picture);
  if (found.length === 0) throw new AppError('qr-not-found');
  const findings: ScanFinding[] = [];
  for (const text of new Set(found.map((qr) => qr.text))) {
    findings.push(await findingOf(captures, text));
  }
  return findings;
}
