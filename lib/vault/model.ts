import type { Account, AccountView, Code, DuplicateKind, NewAccount } from '../otp/account.ts';

/**
 * absent: nothing was ever saved here. missing: something was, and is gone.
 * older: the vault on disk is older than the newest one this browser has
 * acknowledged; readable when unlocked, never written. damaged: the same, for
 * a vault of which a part that is not one account cannot be read.
 */
export type VaultState = 'absent' | 'locked' | 'open' | 'missing' | 'older' | 'damaged';

type VaultAccess = 'none' | 'read-only' | 'read-write';

/** All that may be known of the vault without a secret. */
export interface VaultStatus {
  readonly state: VaultState;
  readonly access: VaultAccess;
  /** Ids of accounts that cannot be read; they are left as they are on disk. */
  readonly quarantined: readonly string[];
}

export type UnlockSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-code'; readonly recoveryCode: string }
  /** base64 of the 32-byte WebAuthn PRF result, and the credential it came from (base64url). */
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly prf: string }
  /** The key of the deliberate 'keep unlocked on this computer' choice; only for browser start. */
  | { readonly kind: 'this-computer' };

export type UnlockAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong' }
  /** Too many wrong passphrases: none is looked at before `untilMs`. */
  | { readonly kind: 'delayed'; readonly untilMs: number };

export interface PasskeyView {
  readonly credentialId: string;
  readonly name: string;
  /** base64, 32 bytes: the PRF input for this vault. */
  readonly prfSalt: string;
}

/** A passkey to add: what it is called, its PRF input and the result for it. */
export interface NewPasskey extends PasskeyView {
  /** base64, 32 bytes. */
  readonly prf: string;
}

/** The first way in, chosen at creation; the recovery code is always the second. */
export type FirstKey = { readonly passphrase: string } | { readonly passkey: NewPasskey };

export interface AccountRow {
  readonly account: AccountView;
  /** The code of now and the one after it; absent of an account by counter, whose codes are asked for one by one. */
  readonly code?: Code;
  readonly next?: Code;
}

export interface Duplicate {
  readonly kind: DuplicateKind;
  /** The account already there. */
  readonly id?: string;
}

/** One account with its secret after a fresh proof, or why not. */
export type SecretAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly account: NewAccount };

/** Several of them. */
export type ExportAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly accounts: readonly Account[] };
