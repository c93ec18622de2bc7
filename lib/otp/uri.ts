/**
 * otpauth://totp/ISSUER:LABEL?secret=...&issuer=...&algorithm=...&digits=...&period=...
 * (the 'Key Uri Format' of Google Authenticator's wiki; there is no RFC).
 *
 * The text comes from a QR on a page, so from anyone. The otpauth package's own
 * parser takes an empty key, a period of 1e20 and a second secret; this one
 * stands in front and refuses what it is not sure of.
 *
 * [Note: Two issuers in one URI]
 * The label's prefix and the issuer parameter often differ in the wild
 * ('Amazon Web Services:maria' with issuer=Amazon), and whoever made the QR
 * wrote both, so a difference proves no attack and refusing it would only lock
 * people out. The parameter wins, as in other authenticators. But the prefix
 * is then not thrown away: it stays in the label, where it may be all that
 * tells 'cluster1:maria' from 'cluster2:maria', and the user sees both names
 * before saving. accountNameOf (label.ts) gives the part behind it.
 */
import { AppError } from '../errors.ts';
import type { NewAccount } from './account.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { checkKey, getAlgorithm } from './key.ts';
import { getName, getTrimmed } from './name.ts';

/** A QR holds up to 4296 characters; no genuine enrolment comes near half of that. */
export const MAX_URI = 2048;

/**
 * The account an otpauth URI describes. Absent and empty parameters have the
 * format's defaults: SHA-1, 6 digits, 30 s. Unknown parameters are ignored.
 * Throws AppError: 'uri-too-long', 'uri-not-otpauth', 'otp-type-unsupported',
 * 'uri-duplicate-parameter', and all that parseTypedAccount
 * throws.
 */
export function parseOtpauthUri(text: string): NewAccount {
  if (text.length > MAX_URI) throw new AppError('uri-too-long');
  // No fragment: pages leave '#' in labels and issuers unescaped.
  const parts = /^otpauth:\/\/([a-z]+)(?:\/([^?]*))?(?:\?(.*))?$/isu.exec(text.trim());
  if (parts === null) throw new AppError('uri-not-otpauth');
  const [, type = '', path = '', query = ''] = parts;
  const parameters = parseQuery(query);
  // KeePassXC marks Steam's five letters with encoder=steam on the type totp.
  if (type.toLowerCase() !== 'totp' || parameters.get('encoder')) {
    throw new AppError('otp-type-unsupported');
  }
  const key = checkKey({
    secret: decodeBase32(parameters.get('secret') ?? '', 'machine'),
    algorithm: getAlgorithm(parameters.get('algorithm') || 'SHA1'),
    digits: parseWhole(parameters.get('digits') || '6', 'digits-unsupported'),
    // Some issuers write period=0 and mean the default: no authenticator could do anything else with it.
    periodSeconds: parseWhole(parameters.get('period') || '30', 'period-unsupported') || 30,
  });
  return { ...key, ...parseNames(decodePercent(path), parameters.get('issuer') ?? '') };
}

/**
 * The URI of an account, for 'show QR' and exports, with every parameter
 * spelled out. parseOtpauthUri gives the same account back.
 */
export function formatOtpauthUri(account: NewAccount): string {
  const issuer = encodeURIComponent(account.issuer);
  const label = encodeURIComponent(account.label);
  // With no issuer an empty prefix keeps a colon in the label from looking like one.
  const path = account.issuer !== '' || account.label.includes(':') ? `${issuer}:${label}` : label;
  const parameters = [
    `secret=${encodeBase32(account.secret)}`,
    ...(issuer === '' ? [] : [`issuer=${issuer}`]),
    `algorithm=${account.algorithm.replace('-', '')}`,
    `digits=${account.digits}`,
    `period=${account.periodSeconds}`,
  ];
  return `otpauth://totp/${path}?${parameters.join('&')}`;
}

function parseQuery(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  // A page that escaped its link for HTML before drawing it wrote '&amp;' for '&'.
  for (const pair of query.split(/&(?:amp;)?/iu)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decodePercent(equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
    // Readers differ in which of two they take: one shows the user an account, another keeps it.
    if (parameters.has(name)) throw new AppError('uri-duplicate-parameter');
    // Here '+' is a space, as form encoders write it; in the path it is a plus,
    // because people have addresses like maria+vms@example.com.
    const value = equals < 0 ? '' : pair.slice(equals + 1).replaceAll('+', ' ');
    parameters.set(name, decodePercent(value));
  }
  return parameters;
}

// See [Note: Two issuers in one URI].
function parseNames(path: string, parameter: string): Pick<NewAccount, 'issuer' | 'label'> {
  const issuer = getName(withoutLineEnds(parameter));
  const whole = getTrimmed(withoutLineEnds(path));
  if (issuer === '') {
    const colon = whole.indexOf(':');
    if (colon < 0) return { issuer, label: getName(whole) };
    return { issuer: getName(whole.slice(0, colon)), label: getName(whole.slice(colon + 1)) };
  }
  // The issuer itself may hold colons, so it is compared as a whole.
  const repeats = fold(whole.slice(0, issuer.length)) === fold(issuer);
  const rest = repeats ? whole.slice(issuer.length).trimStart() : whole;
  return { issuer, label: getName(rest.startsWith(':') ? rest.slice(1) : whole) };
}

/** A template's line end behind a name is no part of it; inside a name it is refused. */
function withoutLineEnds(name: string): string {
  return name.replaceAll(/^[\r\n\t ]+|[\r\n\t ]+$/gu, '');
}

function fold(name: string): string {
  return name.replaceAll('+', ' ').toLowerCase();
}

function parseWhole(text: string, code: 'digits-unsupported' | 'period-unsupported'): number {
  if (!/^\d{1,3}$/u.test(text.trim())) throw new AppError(code);
  return Number(text);
}

/**
 * Undoes percent-encoding. A '%' that begins no escape stands for itself, as in
 * 'Rebate 50%'. Bytes that are no UTF-8 are read as Windows-1252 (WHATWG
 * Encoding, section 9), in which old servers write 'Caf%E9'; the user sees the
 * name before it is saved.
 */
function decodePercent(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  });
}
