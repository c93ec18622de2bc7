import {
  type Algorithm,
  COUNTER_MAX,
  DIGITS,
  type NewAccount,
  type OtpType,
  PERIOD_SECONDS,
  STEAM_PARAMETERS,
} from '../../otp/account.ts';
import { getAlgorithm } from '../../otp/key.ts';
import { printableName } from '../../otp/name.ts';
import type { ImportEntry } from '../format.ts';
import { EntryRefusal } from './refusal.ts';

/** Fields as a file holds them: of any type, absent, null, or the word 'null'. */
export interface RawAccount {
  readonly type: OtpType;
  readonly issuer: string;
  readonly label: string;
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly algorithm?: unknown;
  readonly digits?: unknown;
  readonly period?: unknown;
  readonly counter?: unknown;
}

/** Which entry of a file it is, for whoever has to be told of its refusal. */
export interface EntryName {
  readonly issuer: string;
  readonly label: string;
  readonly line?: number | undefined;
}

/** The account `make` gives, or the refusal it throws with the entry's names. */
export function entryOf(name: EntryName, make: () => RawAccount): ImportEntry {
  try {
    const { line } = name;
    return { kind: 'account', account: accountOf(make()), ...(line === undefined ? {} : { line }) };
  } catch (thrown) {
    if (!(thrown instanceof EntryRefusal)) throw thrown;
    return refusedEntry(name, thrown.reason);
  }
}

export function refusedEntry(
  { issuer, label, line }: EntryName,
  reason: EntryRefusal['reason'],
): ImportEntry {
  const names = { issuer: printableName(issuer.trim()), label: printableName(label.trim()) };
  return { kind: 'refused', reason, ...names, ...(line === undefined ? {} : { line }) };
}

/**
 * What is absent has the default of all these formats: SHA-1, 6 digits, 30 s.
 * What is present is kept as it is or refused, never moved to a value near it.
 */
function accountOf(raw: RawAccount): NewAccount {
  const { secret } = raw;
  const names = { issuer: raw.issuer.trim(), label: raw.label.trim() };
  // Apps that know Steam compute its codes by its own key, whatever else their record holds.
  if (raw.type === 'steam') return { ...STEAM_PARAMETERS, ...names, secret };
  const key = { secret, algorithm: algorithmOf(raw.algorithm), digits: digitsOf(raw.digits) };
  if (raw.type === 'hotp') {
    const counter = wholeOf(raw.counter) ?? 0;
    if (!(counter >= 0 && counter <= COUNTER_MAX)) throw new EntryRefusal('invalid-counter');
    return { type: 'hotp', ...names, ...key, counter };
  }
  const periodSeconds = wholeOf(raw.period) ?? 30;
  if (!(periodSeconds >= PERIOD_SECONDS.min && periodSeconds <= PERIOD_SECONDS.max)) {
    throw new EntryRefusal('invalid-period');
  }
  return { type: 'totp', ...names, ...key, periodSeconds };
}

export function algorithmOf(value: unknown): Algorithm {
  if (isAbsent(value)) return 'SHA-1';
  try {
    return getAlgorithm(typeof value === 'string' ? value : '');
  } catch {
    throw new EntryRefusal('unsupported-algorithm');
  }
}

function digitsOf(value: unknown): number {
  const digits = wholeOf(value) ?? 6;
  if (!(digits >= 1)) throw new EntryRefusal('invalid-digits');
  if (digits < DIGITS.min || digits > DIGITS.max) throw new EntryRefusal('unsupported-digits');
  return digits;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'null';
}

/** Undefined when absent, NaN when there is something that is no whole number. */
export function wholeOf(value: unknown): number | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number.NaN;
  const isWhole = typeof value === 'string' && /^\s*[+-]?\d{1,19}\s*$/u.test(value);
  return isWhole ? Number(value) : Number.NaN;
}
