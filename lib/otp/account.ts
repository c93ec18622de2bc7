/** The HMAC functions that RFC 6238 section 1.2 allows, by their names in WebCrypto. */
export const ALGORITHMS = ['SHA-1', 'SHA-256', 'SHA-512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Bytes that a secret may have. RFC 4226 asks for 16 and advises 20, and issuers hand out any number. */
export const SECRET_BYTES = { min: 1, max: 256 } as const;

/** How many digits a code may have; Steam's letters are five. */
export const DIGITS = { min: 5, max: 10 } as const;

/** The shortest and the longest period, in seconds, that an account may have: up to a day. */
export const PERIOD_SECONDS = { min: 1, max: 86_400 } as const;

/** The last counter whose successor is still a whole number in JSON. */
export const COUNTER_MAX = Number.MAX_SAFE_INTEGER - 1;

/** The kinds of accounts: by time (RFC 6238), Steam's five letters by the same clock, by counter (RFC 4226). */
export const OTP_TYPES = ['totp', 'steam', 'hotp'] as const;
export type OtpType = (typeof OTP_TYPES)[number];

/** What Steam's codes are made of; its accounts know no other. */
export const STEAM_PARAMETERS = {
  type: 'steam',
  algorithm: 'SHA-1',
  digits: 5,
  periodSeconds: 30,
} as const;

/** What every kind of account has. */
interface AnyKey {
  /** Within SECRET_BYTES; whoever allocates it wipes it. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly algorithm: Algorithm;
  /** Within DIGITS. */
  readonly digits: number;
}

/** What is needed to compute the code of a moment. */
export interface TimedKey extends AnyKey {
  readonly type: 'totp' | 'steam';
  /** Within PERIOD_SECONDS. */
  readonly periodSeconds: number;
}

/** What is needed to compute the code of a counter. */
export interface CountedKey extends AnyKey {
  readonly type: 'hotp';
  /** The counter of the next code, from 0 to COUNTER_MAX. */
  readonly counter: number;
}

export type OtpKey = TimedKey | CountedKey;

type WithoutSecret<Key> = Key extends unknown ? Omit<Key, 'secret'> : never;

/** How codes are computed from a secret. */
export type OtpParameters = WithoutSecret<OtpKey>;

interface Names {
  /** May be empty; at most 128 characters. */
  readonly issuer: string;
  /** Usually the e-mail address; at most 128 characters. */
  readonly label: string;
}

/** Whether two accounts are named alike, once space around the names is taken off. */
export function isSameName(one: Names, other: Names): boolean {
  return one.issuer.trim() === other.issuer.trim() && one.label.trim() === other.label.trim();
}

/** What an otpauth URI or a form says of a new account, before it is saved. */
export type NewAccount = OtpKey & Names;

/** unconfirmed: saved at enrolment, but the page has not accepted a code of it yet. */
export type AccountStatus = 'unconfirmed' | 'confirmed';

/** What the vault knows of an account beside its names and its key. */
interface AccountState {
  /** 16 random bytes, base64url. */
  readonly id: string;
  readonly status: AccountStatus;
  readonly pinned: 'pinned' | 'unpinned';
  /** Customer or place names, for search. */
  readonly tags: readonly string[];
  readonly note: string;
  /** Ids of sites this account belongs to: a register id ('vms-cloud') or an exact granted origin. */
  readonly sites: readonly string[];
  readonly createdMs: number;
  readonly changedMs: number;
  /** Set while the account lies in the bin. */
  readonly binnedMs?: number;
}

/** An account as the vault keeps it. */
export type Account = NewAccount & AccountState;

/** An account without its secret: all that our own pages ever see. */
export type AccountView = WithoutSecret<Account>;

/** An account in the bin, and on how many more days with an unlocking it lies there. */
export type BinnedAccount = AccountView & { readonly daysLeft: number };

/** The fields a user may change. How codes are computed is changed as a whole or not at all. */
export type AccountChange = Partial<
  Names & Pick<AccountState, 'pinned' | 'tags' | 'note' | 'sites' | 'status'>
> & { readonly parameters?: OtpParameters };

/** How an account compares with those in the vault. */
export type DuplicateKind = 'none' | 'same-name' | 'same-secret';

/** What becomes of the account of the same name. */
export type DuplicateChoice = 'replace' | 'keep-both';

/** A code of a counter. It has no end: the site takes it until a later one was used. */
export interface CountedCode {
  readonly digits: string;
  readonly counter: number;
}

/** One code and the half-open span of Unix time in which it is valid. */
export interface Code {
  /** Or Steam's letters. */
  readonly digits: string;
  /** RFC 6238 T: the number of whole periods since the epoch. */
  readonly counter: number;
  readonly startMs: number;
  readonly endMs: number;
}
