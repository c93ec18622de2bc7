/**
 * otpauth://TYPE/ISSUER:LABEL?secret=...&issuer=...&algorithm=...&digits=...&period=...&counter=...
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
import { AppError, type ErrorCode } from '../errors.ts';
import {
  type Algorithm,
  type NewAccount,
  type OtpParameters,
  type OtpType,
  STEAM_PARAMETERS,
} from './account.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { checkKey, getAlgorithm } from './key.ts';
import { getName, getTrimmed } from './name.ts';
import {
  decodePercent,
  findUriParts,
  findValue,
  type UriParts,
  withoutEdges,
} from './uri-parts.ts';

/** A QR holds up to 4296 letters and digits. */
export const MAX_URI = 4296;

const DEFAULTS = { digits: 6, periodSeconds: 30, counter: 0 } as const;

/** An account, and what its URI says that nobody can mean: the default was taken in its place. */
export interface ReadUri {
  readonly account: NewAccount;
  readonly assumed: 'period' | 'none';
}

/**
 * The account an otpauth or steam URI describes. Absent and empty parameters
 * have the format's defaults: SHA-1, 6 digits, 30 s, counter 0. Unknown
 * parameters are ignored.
 * Throws AppError: 'uri-too-long', 'uri-not-otpauth', 'otp-type-unsupported',
 * 'uri-duplicate-parameter', and all that parseTypedAccount throws.
 */
export function readOtpauthUri(text: string): ReadUri {
  if (text.length > MAX_URI) throw new AppError('uri-too-long');
  const uri = withoutEdges(text);
  const steamSecret = /^steam:\/\/(.*)$/isu.exec(uri)?.[1];
  if (steamSecret !== undefined) {
    const secret = decodeBase32(decodePercent(steamSecret));
    const account = { ...STEAM_PARAMETERS, secret, issuer: 'Steam', label: '' };
    return { account: checkKey(account), assumed: 'none' };
  }
  const parts = findUriParts(uri);
  if (parts === undefined) throw new AppError('uri-not-otpauth');
  const names = parseNames(decodePercent(parts.path), getValue(parts, 'issuer'));
  const type = typeOf(parts, names.issuer);
  const secret = decodeBase32(getValue(parts, 'secret'));
  const { parameters, assumed } = readParameters(parts, type);
  return { account: { ...checkKey({ ...parameters, secret }), ...names }, assumed };
}

/** The account alone; see readOtpauthUri. */
export function parseOtpauthUri(text: string): NewAccount {
  return readOtpauthUri(text).account;
}

/**
 * The URI of an account, for 'show QR' and exports, with every parameter
 * spelled out. parseOtpauthUri gives the same account back. A Steam account is
 * of the type 'steam', as in Aegis and Ente: an app that does not know it
 * refuses it, where 'totp' would give it six digits that no one takes.
 */
export function formatOtpauthUri(account: NewAccount): string {
  const issuer = encodeURIComponent(account.issuer);
  const label = encodeURIComponent(account.label);
  // Where there is no issuer, an empty prefix keeps a colon in the label from looking like the
  // end of one.
  const path = account.issuer !== '' || account.label.includes(':') ? `${issuer}:${label}` : label;
  const parameters = [
    `secret=${encodeBase32(account.secret)}`,
    ...(issuer === '' ? [] : [`issuer=${issuer}`]),
    `algorithm=${account.algorithm.replace('-', '')}`,
    `digits=${account.digits}`,
    account.type === 'hotp' ? `counter=${account.counter}` : `period=${account.periodSeconds}`,
  ];
  return `otpauth://${account.type}/${path}?${parameters.join('&')}`;
}

function getValue(parts: UriParts, name: string): string {
  const value = findValue(parts, name);
  if (value === undefined) throw new AppError('uri-duplicate-parameter');
  return value;
}

/**
 * KeePassXC marks Steam's five letters with encoder=steam on the type totp;
 * others say five digits of Steam. Six digits of Steam are for the user to
 * judge (mayBeSteam in key.ts).
 */
function typeOf(parts: UriParts, issuer: string): OtpType {
  const { type, parameters } = parts;
  const encoder = getValue(parts, 'encoder').trim().toLowerCase();
  const isOther = encoder !== '' && !(encoder === 'steam' && (type === 'totp' || type === 'steam'));
  // Of a key in two halves (2step_*) the URI holds one, and codes of it alone are wrong.
  const isHalf = [...parameters.keys()].some((name) => name.startsWith('2step_'));
  if (isOther || isHalf) throw new AppError('otp-type-unsupported');
  if (type === 'hotp' || type === 'steam') return type;
  if (type !== 'totp') throw new AppError('otp-type-unsupported');
  const isSteam = issuer.toLowerCase() === 'steam' && getValue(parts, 'digits').trim() === '5';
  return isSteam || encoder === 'steam' ? 'steam' : 'totp';
}

function readParameters(
  parts: UriParts,
  type: OtpType,
): { readonly parameters: OtpParameters; readonly assumed: ReadUri['assumed'] } {
  const algorithm = getAlgorithm(getValue(parts, 'algorithm').trim() || 'SHA1');
  if (type === 'steam') {
    checkSteam(parts, algorithm);
    return { parameters: STEAM_PARAMETERS, assumed: 'none' };
  }
  const key = {
    algorithm,
    digits: findWhole(parts, 'digits', 'digits-unsupported') ?? DEFAULTS.digits,
  };
  if (type === 'hotp') {
    const counter = findWhole(parts, 'counter', 'counter-unsupported') ?? DEFAULTS.counter;
    return { parameters: { type, ...key, counter }, assumed: 'none' };
  }
  const periodSeconds = findWhole(parts, 'period', 'period-unsupported') ?? DEFAULTS.periodSeconds;
  // Some issuers write period=0 and mean the default: no authenticator could do anything else with it.
  return periodSeconds === 0
    ? { parameters: { type, ...key, periodSeconds: DEFAULTS.periodSeconds }, assumed: 'period' }
    : { parameters: { type, ...key, periodSeconds }, assumed: 'none' };
}

/**
 * Steam's codes know no other period and algorithm: of whoever wrote another
 * one, nobody knows what he meant. The number of digits is his app's default,
 * and means nothing.
 */
function checkSteam(parts: UriParts, algorithm: Algorithm): void {
  const { periodSeconds } = STEAM_PARAMETERS;
  const period = findWhole(parts, 'period', 'period-unsupported') || periodSeconds;
  if (period !== periodSeconds) throw new AppError('period-unsupported');
  if (algorithm !== STEAM_PARAMETERS.algorithm) throw new AppError('algorithm-unsupported');
}

/** A parameter's number, without what cannot be seen in it; undefined where there is none. */
function findWhole(parts: UriParts, name: string, code: ErrorCode): number | undefined {
  const text = getValue(parts, name).replaceAll(/[\s\p{Cf}]/gu, '');
  if (text === '') return undefined;
  if (!/^\d{1,16}$/u.test(text)) throw new AppError(code);
  return Number(text);
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
  // The issuer itself may hold colons, so the label's beginning is compared with the whole of
  // it.
  const repeats = fold(whole.slice(0, issuer.length)) === fold(issuer);
  const rest = repeats ? whole.slice(issuer.length).trimStart() : whole;
  return { issuer, label: getName(rest.startsWith(':') ? rest.slice(1) : whole) };
}

/**
 * Takes the line end off that a page's template left behind a name. Inside a
 * name it is refused.
 */
function withoutLineEnds(name: string): string {
  return name.replaceAll(/^[\r\n\t ]+|[\r\n\t ]+$/gu, '');
}

function fold(name: string): string {
  return name.replaceAll('+', ' ').toLowerCase();
}
