/** What our own pages see: accounts without secrets, single codes, states. */
import type { EntryReason, ErrorCode, FileReason } from '../errors.ts';
import type { AccountView, Code, DuplicateKind, OtpParameters } from '../otp/account.ts';
import type { SiteSettings } from '../policy/site-book.ts';

export type VaultState = 'absent' | 'locked' | 'open' | 'missing' | 'older' | 'damaged';

export interface AccountRow {
  readonly account: AccountView;
  /** The code of now and the one after it; absent of an account by counter, whose codes are asked for one by one. */
  readonly code?: Code;
  readonly next?: Code;
}

/** The page the user looks at, as far as the popup needs it. */
export interface CurrentPage {
  readonly tabId: number;
  /** A register id or a granted origin; absent: no site of ours. */
  readonly siteId?: string;
  /** Host as shown to the user. */
  readonly host: string;
  readonly prompt: 'waiting' | 'none';
  /** missing: the site has no account yet, and the user may choose any of them for it. */
  readonly account?: 'missing';
  /** Whether the user could add this page as a site; none: it is one, or cannot be. */
  readonly grant: 'possible' | 'none';
  /** How far the site's clock is ahead of this computer's; absent: not worth telling. */
  readonly skewMs?: number;
}

export interface PopupView {
  readonly vault: VaultState;
  /** Accounts to show first: those of the current site, pinned, then the rest; at most `limit`. */
  readonly rows: readonly AccountRow[];
  readonly total: number;
  readonly page?: CurrentPage;
  /** Ids of `rows` that belong to the current site, best first. */
  readonly here: readonly string[];
  /** Live accounts that are in no backup the present passphrase opens. */
  readonly notBackedUp: number;
  /** Of a scan that was asked for outside the popup (menu, card); shown at once. */
  readonly scanResults: readonly ScanResult[];
}

/** What the user may choose for one prompt. */
export interface PickerView {
  readonly promptId: string;
  /** Of the page that asks. */
  readonly tabId: number;
  readonly host: string;
  /** Those bound to the site, likeliest first; no secrets, no codes. */
  readonly accounts: readonly AccountView[];
  /** How many more there are. */
  readonly others: number;
}

/** An account found by scan, paste or typing, before it is saved. */
export type ScanView = OtpParameters & {
  readonly scanId: string;
  readonly issuer: string;
  readonly label: string;
  /** The link says a period of 0, which nobody can mean: the usual one was taken. */
  readonly assumed: 'period' | 'none';
  readonly duplicate: DuplicateKind;
  /** The names of the sites on which it will be filled. */
  readonly sites: readonly string[];
  /** The account that has the same name or secret, and the names of its sites. */
  readonly known?: {
    readonly id: string;
    readonly issuer: string;
    readonly label: string;
    readonly sites: readonly string[];
  };
  /** Secrets under 128 bits work, but are worth a word. */
  readonly secretStrength: 'ordinary' | 'short';
  /** mixed: letters of several alphabets that look alike are in one name. */
  readonly alphabets: 'one' | 'mixed';
};

export interface ScanResult {
  /** What the QR is, for words: only set-up codes carry a scan. */
  readonly kind:
    | 'otpauth'
    | 'hotp'
    | 'migration'
    | 'steam'
    | 'wifi'
    | 'link'
    | 'contact'
    | 'vigi-device'
    | 'text'
    | 'refused';
  readonly scan?: ScanView;
  /** In its place, where the code does not say whether it is Steam's: the user chooses, and nothing is guessed. */
  readonly either?: { readonly steam: ScanView; readonly totp: ScanView };
  readonly code?: ErrorCode;
  /** Of a refused account of an export: which one it is. */
  readonly named?: { readonly issuer: string; readonly label: string };
  /** The same for all results of an export in several QRs: a later scan's replace those before. */
  readonly exportId?: string;
  /** Of an export in several QRs: the numbers, from 1, of those not scanned yet. */
  readonly missing?: readonly number[];
  /** How many QRs that export has in all. */
  readonly batchSize?: number;
}

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
  /** Accounts that are newer. */
  readonly missing: number;
  /** Whether any account was changed since. */
  readonly changed: 'changed' | 'same';
}

/** What opens a backup file: a passphrase or recovery code of the day it was made. */
export type BackupSecret = Extract<UnlockSecret, { kind: 'passphrase' | 'recovery-code' }>;

/** What becomes of one account of a backup; see lib/vault/backup/restore-plan.ts. */
export interface RestoreLine {
  readonly kind: 'new' | 'second' | 'there';
  readonly issuer: string;
  readonly label: string;
  readonly bin: 'live' | 'binned';
}

/** What a backup would bring, or has brought. */
export interface RestoreView {
  readonly kind: 'open';
  /** Unix time, ms, when the backup was made. */
  readonly madeMs: number;
  readonly lines: readonly RestoreLine[];
  /** Nameless where not even the name can be read. */
  readonly refused: readonly {
    readonly issuer: string;
    readonly label: string;
    readonly code: ErrorCode;
  }[];
  /** Sites that this browser never granted: no account is tied to them here. */
  readonly droppedSites: readonly string[];
}

export type RestoreAnswer = Exclude<UnlockAnswer, { kind: 'open' }> | RestoreView;

/** An account of another app's file, with its secret in base64. */
type ImportedAccount = OtpParameters & {
  readonly issuer: string;
  readonly label: string;
  readonly secret: string;
};

/** One entry of another app's file, as its reader hands it over (lib/formats/format.ts says what is what). */
export type ImportedEntry =
  | {
      readonly kind: 'account';
      readonly account: ImportedAccount;
      readonly trashed?: true;
    }
  | {
      readonly kind: 'refused';
      readonly reason: EntryReason;
      readonly issuer: string;
      readonly label: string;
      readonly line?: number;
    };

/** What one file of another app holds. */
export interface ImportedFile {
  readonly entries: readonly ImportedEntry[];
}

/** What one chosen file is. */
export interface ImportFileView {
  readonly kind: 'read' | 'needs-password' | 'wrong-password' | 'refused';
  /** The app it is of, as far as it can be told: a proper name. */
  readonly app?: string;
  /** Memory that opening it takes, where the file says it. */
  readonly memoryMib?: number;
  /** Why it is refused; no-code: a picture without a QR code. */
  readonly reason?: FileReason | 'no-code';
}

/** One account or one bad entry of the files; it is asked for by its index in the list. */
export interface ImportLine {
  /** twice: the very same stands in the files before. */
  readonly kind: 'new' | 'same-name' | 'there' | 'twice' | 'trashed' | 'refused';
  /** The index of its file. */
  readonly file: number;
  readonly line?: number;
  readonly issuer: string;
  readonly label: string;
  /** Why the file's entry is bad. */
  readonly reason?: EntryReason;
  /** Why the vault cannot keep it, though the entry is good. */
  readonly code?: ErrorCode;
}

/** Codes of an export that are still to come, numbered from 1. */
export interface MissingCodes {
  readonly size: number;
  readonly numbers: readonly number[];
}

/** What an import would bring: the files and what is missing by their reader, the lines by the background. */
export interface ImportView {
  readonly files: readonly ImportFileView[];
  readonly lines: readonly ImportLine[];
  readonly missing: readonly MissingCodes[];
}

/** All that our own pages may know of the vault without a secret. */
export interface VaultView {
  readonly state: VaultState;
  readonly access: 'none' | 'read-only' | 'read-write';
  /** Accounts that cannot be read; they are left as they are on disk. */
  readonly quarantined: number;
  readonly passkeys: readonly PasskeyView[];
  readonly lockMinutes: number;
  readonly keepUnlocked: 'on' | 'off';
  /** Absent while the vault is not open. */
  readonly backup?: BackupView;
}

/** A QR as rows of modules, true is dark, without a quiet zone. */
export interface QrModules {
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
}

/** A site and what the user decided for it. */
export interface SiteView {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly kind: 'registered' | 'granted';
  readonly settings: SiteSettings;
  /** Prompts that are filled by themselves since the user took an offer there; the newest last. */
  readonly remembered: readonly RememberedPrompt[];
}

/** Nothing of its page: a keyed hash, and when it was remembered. */
export interface RememberedPrompt {
  readonly id: string;
  readonly rememberedMs: number;
}
