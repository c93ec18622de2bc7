import { blobOfDataUrl, pixelsOf, type Rgba } from '../../lib/browser/picture.ts';
import { findTabUrl, pictureOfTab } from '../../lib/browser/tabs.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { mixesAlphabets } from '../../lib/otp/name.ts';
import { STEAM_PARAMETERS } from '../../lib/otp/account.ts';
import { mayBeSteam } from '../../lib/otp/key.ts';
import { missingCodes, parseMigrationUri } from '../../lib/otp/migration.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import { formatOtpauthUri, parseOtpauthUri, readOtpauthUri } from '../../lib/otp/uri.ts';
import type { Scan } from '../../lib/policy/scan.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { readTexts } from './read-qr.ts';
import { sitesOfScan } from './scan-sites.ts';
import type { Scans } from './scans.ts';

/** What the user sees of an account before saving it. Throws all that parseOtpauthUri throws. */
export async function viewOfScan(
  scans: Scans,
  scanId: string,
  scan: {
    readonly uri: string;
    readonly names?: Scan['names'];
    readonly from?: Scan['from'] | undefined;
  },
): Promise<ScanView> {
  const { uri, names, from } = scan;
  const { account: read, assumed } = readOtpauthUri(uri);
  const account = { ...read, ...names };
  const { kind: duplicate, known } = await scans.duplicateOf(account);
  const { secret, ...rest } = account;
  secret.fill(0);
  const alphabets = [account.issuer, account.label].some(mixesAlphabets) ? 'mixed' : 'one';
  const sites = await scans.siteNamesOf({ sites: sitesOfScan({ from }, account.issuer) });
  const facts = { duplicate, alphabets, sites, assumed } as const;
  const view: ScanView = { ...rest, ...facts, scanId };
  if (!known) return view;
  const { id, issuer, label } = known;
  return { ...view, known: { id, issuer, label, sites: await scans.siteNamesOf(known) } };
}

const KINDS = { totp: 'otpauth', hotp: 'hotp', steam: 'steam' } as const;

/** What a text is that is kept as a scan. Throws all that parseOtpauthUri throws. */
export async function resultOfScan(
  scans: Scans,
  scanId: string,
  { uri, from }: { readonly uri: string; readonly from?: Scan['from'] | undefined },
): Promise<ScanResult> {
  const account = parseOtpauthUri(uri);
  const steam = { ...account, ...STEAM_PARAMETERS };
  const steamUri = mayBeSteam(account) ? formatOtpauthUri(steam) : undefined;
  account.secret.fill(0);
  const scan = await viewOfScan(scans, scanId, { uri, from });
  if (steamUri === undefined) return { kind: KINDS[account.type], scan };
  const steamId = await scans.addAlternative(steamUri, scanId, from);
  const steamScan = await viewOfScan(scans, steamId, { uri: steamUri, from });
  return { kind: 'steam', either: { steam: steamScan, totp: scan } };
}

async function resultOfUri(scans: Scans, uri: string): Promise<ScanResult> {
  try {
    // A text that cannot be kept is refused before it is.
    parseOtpauthUri(uri).secret.fill(0);
    return await resultOfScan(scans, await scans.add(uri), { uri });
  } catch (thrown) {
    return { kind: 'refused', code: errorCodeOf(thrown) };
  }
}

/**
 * An export comes in several QR codes: those read before count, and the missing
 * ones are named. Its accounts are listed and saved by the import page, which
 * asks for the texts kept here.
 */
async function resultOfMigration(scans: Scans, text: string): Promise<ScanResult> {
  try {
    const last = parseMigrationUri(text);
    const before = (await scans.exportTexts()).filter((uri) => uri !== text);
    // By one write. The codes read before wait as long again: an export of many takes its time.
    await scans.addAll([...before, text]);
    const missing = missingCodes([...before.map(parseMigrationUri), last]);
    if (last.size === 1) return { kind: 'migration' };
    const exportId = `${last.size} ${last.exportId ?? ''}`;
    const part = { kind: 'migration', batchSize: last.size, exportId } as const;
    return missing.length === 0 ? part : { ...part, missing };
  } catch (thrown) {
    return { kind: 'refused', code: errorCodeOf(thrown) };
  }
}

/** What the texts of QR codes or of the clipboard are; an export in several codes is one result. */
export async function resultsOfTexts(
  scans: Scans,
  texts: Iterable<string>,
): Promise<readonly ScanResult[]> {
  // By what it is a result of: what a later code says of its export replaces what the one before said.
  const results = new Map<string, ScanResult>();
  for (const text of new Set(texts)) {
    const kind = classifyQrText(text);
    const isAccount = kind === 'otpauth' || kind === 'hotp' || kind === 'steam';
    if (isAccount) results.set(text, await resultOfUri(scans, text.trim()));
    else if (kind === 'migration') {
      const result = await resultOfMigration(scans, text.trim());
      results.set(result.exportId ?? text, result);
    } else results.set(text, { kind });
  }
  return [...results.values()];
}

async function resultsOfPicture(scans: Scans, picture: Rgba): Promise<readonly ScanResult[]> {
  const texts = await readTexts(picture);
  if (texts.length === 0) throw new AppError('qr-not-found');
  return resultsOfTexts(scans, texts);
}

/**
 * Why a tab gives no picture. Where its address shows, the user's sites have it, and what is missing is
 * activeTab: a popup that a card has opened comes without it.
 */
async function reasonOf(tabId: number): Promise<'tab-needs-press' | 'tab-unreadable'> {
  return (await findTabUrl(tabId)) === undefined ? 'tab-unreadable' : 'tab-needs-press';
}

/** Every QR code on the visible part of a tab. Throws what reasonOf gives without activeTab, 'qr-not-found'. */
export async function readTab(scans: Scans, tabId: number): Promise<readonly ScanResult[]> {
  let picture;
  try {
    picture = await pixelsOf(blobOfDataUrl(await pictureOfTab(tabId)));
  } catch {
    throw new AppError(await reasonOf(tabId));
  }
  return resultsOfPicture(scans, picture);
}

/** Every QR code in a picture of the user's. Throws 'picture-unreadable', 'picture-too-large', 'qr-not-found'. */
export async function readPicture(scans: Scans, dataUrl: string): Promise<readonly ScanResult[]> {
  let picture;
  try {
    picture = await pixelsOf(blobOfDataUrl(dataUrl));
  } catch (thrown) {
    const isTooLarge = errorCodeOf(thrown) === 'picture-too-large';
    throw new AppError(isTooLarge ? 'picture-too-large' : 'picture-unreadable');
  }
  return resultsOfPicture(scans, picture);
}
