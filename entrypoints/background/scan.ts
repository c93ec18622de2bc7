import { openPopup } from '../../lib/browser/action.ts';
import { blobOfDataUrl, pixelsOf, type Rgba } from '../../lib/browser/picture.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { pictureOfTab } from '../../lib/browser/tabs.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { secretStrength } from '../../lib/otp/key.ts';
import { joinBatches, parseMigrationUri } from '../../lib/otp/migration.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import { formatOtpauthUri, parseOtpauthUri } from '../../lib/otp/uri.ts';
import type { Capture } from '../../lib/policy/capture.ts';
import type { ScanView, ScanResult } from '../../lib/protocol/views.ts';
import type { Captures } from './captures.ts';
import { deadlineIn } from './deadline.ts';

/** A whole screen of 3840 × 2160 is read well within this; a picture made to be slow is given up. */
const SCAN_MS = 3_000;
const FINDINGS_KEY = 'findings';

/** What a user sees of an account before saving it. Throws all that parseOtpauthUri throws. */
export async function reviewOf(
  captures: Captures,
  scanId: string,
  uri: string,
  names?: Capture['names'],
): Promise<ScanView> {
  const account = { ...parseOtpauthUri(uri), ...names };
  const duplicate = await captures.duplicateOf(account);
  const { secret, ...rest } = account;
  const strength = secretStrength(secret);
  secret.fill(0);
  return { ...rest, scanId, duplicate, secretStrength: strength };
}

async function accountFinding(captures: Captures, uri: string): Promise<ScanResult> {
  try {
    parseOtpauthUri(uri).secret.fill(0);
    return { kind: 'otpauth', review: await reviewOf(captures, await captures.park(uri), uri) };
  } catch (thrown) {
    return { kind: 'refused', code: errorCodeOf(thrown) };
  }
}

/** An export comes in several QRs: those scanned before count, and the missing ones are named. */
async function migrationFindings(captures: Captures, text: string): Promise<ScanResult[]> {
  let joined;
  try {
    const before = (await captures.parkedTexts()).filter(
      (uri) => uri !== text && classifyQrText(uri) === 'migration',
    );
    joined = joinBatches([...before, text].map(parseMigrationUri));
  } catch (thrown) {
    return [{ kind: 'refused', code: errorCodeOf(thrown) }];
  }
  await captures.park(text);
  const findings: ScanResult[] = [];
  for (const entry of joined.entries) {
    if (entry.kind === 'account') {
      findings.push(await accountFinding(captures, formatOtpauthUri(entry.account)));
      entry.account.secret.fill(0);
    } else {
      const { code, issuer, label } = entry;
      findings.push({ kind: 'refused', code, named: { issuer, label } });
    }
  }
  const { missing, batchSize, exportId } = joined;
  if (missing.length > 0) findings.unshift({ kind: 'migration', missing, batchSize });
  if (exportId === undefined) return findings;
  return findings.map((finding) => ({ ...finding, exportId }));
}

/** What texts of QRs or of the clipboard are, a line or more each. */
export async function findingsOf(
  captures: Captures,
  texts: Iterable<string>,
): Promise<readonly ScanResult[]> {
  const findings: ScanResult[] = [];
  for (const text of new Set(texts)) {
    const kind = classifyQrText(text);
    if (kind === 'otpauth') findings.push(await accountFinding(captures, text.trim()));
    else if (kind === 'migration')
      findings.push(...(await migrationFindings(captures, text.trim())));
    else findings.push({ kind });
  }
  return findings;
}

async function findingsIn(captures: Captures, picture: Rgba): Promise<readonly ScanResult[]> {
  const { decodeRgba } = await import('../../lib/qr/decode.ts');
  const found = decodeRgba(picture, { isOver: deadlineIn(SCAN_MS) });
  if (found.length === 0) throw new AppError('qr-not-found');
  return findingsOf(
    captures,
    found.map(({ text }) => text),
  );
}

/** Every QR on the visible part of a tab. Throws 'tab-unreadable' without activeTab, 'qr-not-found'. */
export async function readTab(captures: Captures, tabId: number): Promise<readonly ScanResult[]> {
  let picture;
  try {
    picture = await pixelsOf(blobOfDataUrl(await pictureOfTab(tabId)));
  } catch {
    throw new AppError('tab-unreadable');
  }
  return findingsIn(captures, picture);
}

/** Every QR in a picture of the user's. Throws 'picture-unreadable', 'picture-too-large', 'qr-not-found'. */
export async function readPicture(
  captures: Captures,
  dataUrl: string,
): Promise<readonly ScanResult[]> {
  let picture;
  try {
    picture = await pixelsOf(blobOfDataUrl(dataUrl));
  } catch {
    throw new AppError('picture-unreadable');
  }
  return findingsIn(captures, picture);
}

/** A scan asked for in a page's menu: the popup shows what it found, or why not. */
export async function scanToPopup(captures: Captures, tabId: number): Promise<void> {
  let findings: readonly ScanResult[];
  try {
    findings = await readTab(captures, tabId);
  } catch (thrown) {
    findings = [{ kind: 'refused', code: errorCodeOf(thrown) }];
  }
  await leaveFindings(findings);
  await openPopup();
}

/** Findings for the popup that is about to open; taken once. */
async function leaveFindings(findings: readonly ScanResult[]): Promise<void> {
  await sessionMemory.set(FINDINGS_KEY, findings);
}

/** The same, for one capture to be reviewed there. */
export async function leaveReview(
  captures: Captures,
  scanId: string,
  { uri, names }: Pick<Capture, 'uri' | 'names'>,
): Promise<void> {
  const review = await reviewOf(captures, scanId, uri, names);
  await leaveFindings([{ kind: 'otpauth', review }]);
}

export async function takeFindings(): Promise<readonly ScanResult[]> {
  const left = await sessionMemory.get(FINDINGS_KEY);
  if (!Array.isArray(left)) return [];
  await sessionMemory.remove(FINDINGS_KEY);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only leaveFindings writes this key of our session memory
  return left as readonly ScanResult[];
}
