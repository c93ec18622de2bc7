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
 * The account an otpauth URI describes. Absent parameters have the format's
 * defaults: SHA-1, 6 digits, 30 s. Unknown parameters are ignored.
 * Throws AppError: 'uri-too-long', 'uri-not-otpauth', 'otp-type-unsupported',
 * 'uri-malformed', 'uri-duplicate-parameter', and all that parseTypedAccount
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
    secret: decodeBase32(parameters.get('secret') ?? ''),
    algorithm: getAlgorithm(parameters.get('algorithm') ?? 'SHA1'),
    digits: parseWhole(parameters.get('digits') ?? '6', 'digits-unsupported'),
    periodSeconds: parseWhole(parameters.get('period') ?? '30', 'period-unsupported'),
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
  for (const pair of query.split('&')) {
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
  const issuer = getName(parameter);
  const whole = getTrimmed(path);
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

function fold(name: string): string {
  return name.replaceAll('+', ' ').toLowerCase();
}

function parseWhole(text: string, code: 'digits-unsupported' | 'period-unsupported'): number {
  if (!/^\d{1,3}$/u.test(text.trim())) throw new AppError(code);
  return Number(text);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('uri-malformed');
  }
}
