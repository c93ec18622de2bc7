/** The HMAC functions that RFC 6238 section 1.2 allows, by their names in WebCrypto. */
export const ALGORITHMS = ['SHA-1', 'SHA-256', 'SHA-512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** The shortest and the longest period, in seconds, that an account may have. */
export const PERIOD_SECONDS = { min: 15, max: 120 } as const;

/** What is needed to compute a TOTP code (RFC 6238). */
export interface TotpKey {
  /** 10 to 64 bytes; whoever allocates it wipes it. */
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly algorithm: Algorithm;
  /** 6 to 8. */
  readonly digits: number;
  /** Within PERIOD_SECONDS. */
  readonly periodSeconds: number;
}

/** What an otpauth URI or a form says of a new account, before it is saved. */
export interface NewAccount extends TotpKey {
  /** May be empty; at most 128 characters. */
  readonly issuer: string;
  /** Usually the e-mail address; at most 128 characters. */
  readonly label: string;
}

/** unconfirmed: saved at enrolment, but the page has not accepted a code of it yet. */
export type AccountStatus = 'unconfirmed' | 'confirmed';

/** An account as the vault keeps it. */
export interface Account extends NewAccount {
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

/** An account without its secret: all that our own pages ever see. */
export type AccountView = Omit<Account, 'secret'>;

/** The fields a user may change. */
export type AccountChange = Partial<
  Pick<
    Account,
    | 'issuer'
    | 'label'
    | 'algorithm'
    | 'digits'
    | 'periodSeconds'
    | 'pinned'
    | 'tags'
    | 'note'
    | 'sites'
    | 'status'
  >
>;

/** How an account compares with those in the vault. */
export type DuplicateKind = 'none' | 'same-name' | 'same-secret';

/** What becomes of the account of the same name. */
export type DuplicateChoice = 'replace' | 'keep-both';

/** One code and the half-open span of Unix time in which it is valid. */
export interface Code {
  readonly digits: string;
  /** RFC 6238 T: the number of whole periods since the epoch. */
  readonly counter: number;
  readonly startMs: number;
  readonly endMs: number;
}
