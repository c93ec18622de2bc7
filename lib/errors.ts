/**
 * Every failure the user can meet has one code here; its words are the
 * message `error_<code with underscores>` in public/_locales. A code without
 * words does not compile (see lib/language/messages.ts).
 */
export type ErrorCode =
  // otpauth and typed secrets
  | 'uri-not-otpauth'
  | 'uri-too-long'
  | 'uri-malformed'
  | 'uri-duplicate-parameter'
  | 'otp-type-unsupported'
  | 'secret-missing'
  | 'secret-not-base32'
  | 'secret-incomplete'
  | 'secret-too-long'
  | 'algorithm-unsupported'
  | 'digits-unsupported'
  | 'period-unsupported'
  | 'counter-unsupported'
  | 'label-too-long'
  | 'label-forbidden-character'
  | 'issuer-mismatch'
  // pictures
  | 'picture-too-large'
  | 'pictures-too-many'
  | 'picture-unreadable'
  | 'qr-not-found'
  | 'qr-too-much'
  // vault
  | 'vault-absent'
  | 'vault-exists'
  | 'vault-locked'
  | 'vault-damaged'
  | 'vault-missing'
  | 'vault-older'
  | 'vault-newer-version'
  | 'vault-full'
  | 'passphrase-wrong'
  | 'passphrase-too-weak'
  | 'recovery-code-malformed'
  | 'recovery-code-wrong'
  | 'recovery-code-unseen'
  | 'unlock-delayed'
  | 'passkey-refused'
  | 'passkey-unsupported'
  | 'kdf-parameters-refused'
  | 'webassembly-off'
  | 'storage-failed'
  | 'storage-unreadable'
  | 'account-unknown'
  | 'account-damaged'
  | 'account-duplicate'
  | 'account-unreadable'
  // backup files
  | 'backup-unknown'
  | 'backup-too-large'
  | 'backup-damaged'
  | 'backup-newer-version'
  | 'backup-partial'
  // files of other apps
  | 'import-too-large'
  // scan and release
  | 'scan-gone'
  | 'undo-over'
  | 'site-unknown'
  | 'site-not-grantable'
  | 'prompt-gone'
  | 'tab-unreadable'
  | 'tab-needs-press'
  | 'administrator-forbids'
  // protocol
  | 'request-forbidden'
  | 'request-malformed'
  | 'unexpected';

/** Why one entry or one line of another app's file is not taken (lib/formats). */
export const ENTRY_REASONS = [
  'missing-secret',
  'invalid-secret',
  'unsupported-type',
  'unsupported-algorithm',
  'invalid-digits',
  'unsupported-digits',
  'invalid-period',
  'invalid-counter',
  'not-otpauth',
  'damaged',
  'no-accounts',
  // A file of an archive.
  'not-unpacked',
] as const;
export type EntryReason = (typeof ENTRY_REASONS)[number];

/** Why another app's file as a whole is not taken. */
export type FileReason =
  | 'empty'
  | 'too-large'
  | 'unknown-format'
  | 'unsupported-format'
  | 'unsupported-version'
  | 'damaged'
  | 'no-accounts'
  | 'account-bound'
  | 'kdf-out-of-range'
  | 'not-enough-memory';

/** An error that crosses rooms and the wire as its code alone: never a cause, never user data. */
export class AppError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.name = 'AppError';
    this.code = code;
  }
}

/** The code of anything thrown; what is not ours is 'unexpected'. */
export function errorCodeOf(thrown: unknown): ErrorCode {
  return thrown instanceof AppError ? thrown.code : 'unexpected';
}
