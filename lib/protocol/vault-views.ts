/** What our own pages may know of the vault, and what opens it. */

export type VaultState = 'absent' | 'locked' | 'open' | 'missing' | 'older' | 'damaged';

export type UnlockSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-code'; readonly recoveryCode: string }
  /** base64 of the 32-byte WebAuthn PRF result, and the credential it came from (base64url). */
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly prf: string };

export type UnlockAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong' }
  /** Too many wrong tries: none is looked at before `untilMs`. */
  | { readonly kind: 'delayed'; readonly untilMs: number };

/** The first way in, chosen at creation; the recovery code is always the second. */
export type FirstKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'passkey'; readonly passkey: NewPasskey };

export interface PasskeyView {
  readonly credentialId: string;
  readonly name: string;
  /** base64, 32 bytes: the PRF input for this vault. */
  readonly prfSalt: string;
}

/** A passkey to add: its PRF input and the result for it. */
export interface NewPasskey extends PasskeyView {
  /** base64, 32 bytes. */
  readonly prf: string;
}

/** How well the vault could be got back from its last backup. */
export interface BackupView {
  /** Unix time, ms; absent: none was made that the present passphrase opens. */
  readonly madeMs?: number;
  /** Backups were made, but none that the present passphrase opens. */
  readonly earlier?: 'outdated';
  /** Accounts that are newer. */
  readonly missing: number;
  /** Whether any account was changed since. */
  readonly changed: 'changed' | 'same';
}

/** All that our own pages may know of the vault without a secret. */
export interface VaultView {
  readonly state: VaultState;
  readonly access: 'none' | 'read-only' | 'read-write';
  /** Accounts that cannot be read; they are left as they are on disk. */
  readonly quarantined: number;
  /** Another one for every new vault key; empty where there is none to be read. */
  readonly keyId: string;
  readonly passkeys: readonly PasskeyView[];
  readonly lockMinutes: number;
  readonly keepUnlocked: 'on' | 'off';
  /** left: a way in was taken away, and the browser could not erase what it opened from its files. */
  readonly oldData: 'erased' | 'left';
  /** Absent while the vault is not open. */
  readonly backup?: BackupView;
}
