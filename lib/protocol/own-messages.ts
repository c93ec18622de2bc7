/** What only our own pages may ask the background. */
import type { CopiedText } from '../browser/copied-text.ts';
import type { WindowBounds } from '../browser/windows.ts';
import type {
  AccountChange,
  AccountView,
  BinnedAccount,
  CountedCode,
  DuplicateChoice,
} from '../otp/account.ts';
import type { TypedFields } from '../otp/typed.ts';
import type { ParsedPolicy } from '../policy/administrator.ts';
import type { SiteTab, TabExplanation } from './explanation.ts';
import type { ExportRequests } from './export-views.ts';
import type { HealthNote, HealthView } from './health-view.ts';
import type { ImportChoice, ImportedFile, ImportedIds, ImportLine } from './import-views.ts';
import type { BackupSecret, RestoreAnswer, RestoreView } from './restore-views.ts';
import type { FirstKey, NewPasskey, UnlockAnswer, UnlockSecret, VaultView } from './vault-views.ts';
import type {
  AccountRow,
  PickerView,
  PopupView,
  QrModules,
  ScanResult,
  ScanView,
  SiteView,
  WantedSite,
} from './views.ts';

/**
 * restore: where there is no vault yet, the choice of a backup file. lost: where the
 * vault is locked, what is left to somebody who has forgotten the passphrase.
 */
export type UnlockBeginning = 'restore' | 'lost';

/** Requests only our own pages may send. */
export interface OwnRequests extends ExportRequests {
  vaultState(ask: Record<string, never>): VaultView;
  /** How safe the accounts are. Throws 'vault-locked'. */
  health(ask: Record<string, never>): HealthView;
  /** Remembers, inside the vault, what only a page or the user knows. */
  healthNote(ask: HealthNote): void;
  /** What the browser's policies have set; what they forbid is refused with 'administrator-forbids'. */
  administrator(ask: Record<string, never>): ParsedPolicy;
  /** What is shown outside of our pages speaks by these texts; without one, in the browser's language. */
  languageTexts(ask: { readonly texts: Readonly<Record<string, string>> }): void;
  /** All the popup needs for its first picture, in one answer. */
  popupView(ask: { readonly tabId?: number; readonly limit: number }): PopupView;
  /** All accounts not in the bin (`bin: 'live'`) or in it, without codes. */
  accounts(ask: { readonly bin: 'live' | 'binned' }): readonly AccountView[];
  /** The accounts in the bin, and how long they stay there. */
  bin(ask: Record<string, never>): readonly BinnedAccount[];
  /** Codes for rows in view; unknown ids are left out. */
  codes(ask: { readonly ids: readonly string[] }): readonly AccountRow[];
  /**
   * The next code of an account by counter, or that of `counter` where the site
   * is further ahead. The counter is stored before the code is given.
   * Throws 'otp-type-unsupported', 'counter-unsupported'.
   */
  nextCode(ask: { readonly id: string; readonly counter?: number }): CountedCode;
  /** A code of this account was copied: it is among those used last. */
  accountUsed(ask: { readonly id: string }): void;
  createVault(ask: FirstKey): { readonly recoveryCode: string };
  unlock(ask: UnlockSecret): UnlockAnswer;
  lock(ask: Record<string, never>): void;
  /** A new passphrase, a new vault key, every slot wrapped anew. */
  passphraseChange(ask: {
    readonly proof: UnlockSecret;
    readonly passphrase: string;
  }): UnlockAnswer;
  /** The old recovery code dies. */
  recoveryReissue(ask: {
    readonly proof: UnlockSecret;
  }):
    | Exclude<UnlockAnswer, { kind: 'open' }>
    | { readonly kind: 'open'; readonly recoveryCode: string };
  passkeyAdd(ask: { readonly proof: UnlockSecret; readonly passkey: NewPasskey }): UnlockAnswer;
  passkeyRename(ask: { readonly credentialId: string; readonly name: string }): void;
  passkeyRemove(ask: { readonly credentialId: string }): void;
  lockMinutes(ask: { readonly minutes: number }): void;
  /**
   * Chooses 'keep unlocked on this computer', after proof of a secret;
   * keepUnlockedStop needs none.
   */
  keepUnlocked(ask: { readonly proof: UnlockSecret }): UnlockAnswer;
  keepUnlockedStop(ask: Record<string, never>): void;
  /** Drops what cannot be read, so that the vault can be written again. */
  repairKeepReadable(ask: Record<string, never>): { readonly dropped: number };
  /** Takes an older vault as the present one. */
  repairAcceptOlder(ask: Record<string, never>): void;
  /** Deletes everything. The screen asks for a typed word first. */
  repairStartOver(ask: Record<string, never>): void;
  /** Moves a locked vault into the archive, so that there is none. The screen asks for a typed word first. */
  vaultArchive(ask: Record<string, never>): void;
  /** The text of a backup file: ciphertext, so that nothing need be typed. */
  backupMake(ask: Record<string, never>): {
    readonly text: string;
    readonly madeMs: number;
    readonly accounts: number;
    /** Accounts that cannot be read, and are not in it. */
    readonly unreadable: number;
  };
  /** The file made at `madeMs` was handed to the browser: a backup of the whole vault. */
  backupKept(ask: { readonly madeMs: number }): void;
  /** Whether a file is a backup, before a secret is asked for. */
  backupLook(ask: { readonly text: string }): { readonly madeMs: number };
  /** What a file would bring. Writes nothing. */
  backupPreview(ask: { readonly text: string; readonly proof: BackupSecret }): RestoreAnswer;
  /** Adds to the open vault what it lacks, all or nothing. */
  backupAdd(ask: { readonly text: string; readonly proof: BackupSecret }): RestoreAnswer;
  /** A new vault out of a file, where there is none to use. */
  backupRestore(ask: {
    readonly text: string;
    readonly proof: BackupSecret;
    readonly first: FirstKey;
  }): Exclude<UnlockAnswer, { kind: 'open' }> | (RestoreView & { readonly recoveryCode: string });
  /** What would become of each entry of these files of other apps. Writes nothing. Throws 'vault-locked'. */
  importPreview(ask: { readonly files: readonly ImportedFile[] }): readonly ImportLine[];
  /** Saves the chosen lines of that list, all or none. */
  importAdd(ask: {
    readonly files: readonly ImportedFile[];
    /** scans: read from QR codes, so that no file is left to delete. */
    readonly from: 'files' | 'scans';
    readonly chosen: readonly ImportChoice[];
  }): ImportedIds;
  /** Takes a whole import back: its accounts go to the bin, and those they took the place of come out of it. */
  importUndo(ask: ImportedIds): void;
  /** Whether items of an earlier vault are in the archive: asked where it matters, because it reads all names. */
  archiveState(ask: Record<string, never>): 'kept' | 'none';
  /** Deletes the archive. The screen asks for a typed word first. */
  archiveDelete(ask: Record<string, never>): void;
  /** One secret, after proof: as a picture for the phone. */
  showQr(ask: {
    readonly id: string;
    readonly proof: UnlockSecret;
  }): Exclude<UnlockAnswer, { kind: 'open' }> | { readonly kind: 'open'; readonly qr: QrModules };
  /**
   * Opens a window of our own that shows the QR code, because a passkey cannot
   * be touched in the popup.
   */
  qrWindow(ask: { readonly id: string }): void;
  /** The account that window was opened for. Throws 'account-unknown', 'vault-locked'. */
  qrAccount(ask: Record<string, never>): AccountView;
  /**
   * Opens the float window for one account, or for the pinned ones where there is
   * no id; `at` is where it stood last.
   */
  floatOpen(ask: { readonly id?: string; readonly at?: WindowBounds }): void;
  /** The accounts that window was opened for. Throws 'vault-locked'. */
  floatAccounts(ask: Record<string, never>): readonly AccountView[];
  /** Reads a set-up link and keeps it as a scan; nothing is saved before saveScan. */
  readUri(ask: { readonly uri: string }): ScanView;
  readTyped(ask: TypedFields): ScanView;
  /** Every QR in a picture: a data URL of at most 10 MB. */
  readPicture(ask: { readonly dataUrl: string }): readonly ScanResult[];
  /** A pasted text: an otpauth link, an export, or whatever it is. */
  readText(ask: { readonly text: string }): readonly ScanResult[];
  /** Every QR on the visible part of the tab; needs the activeTab grant of the click that opened the popup. */
  readTab(ask: { readonly tabId: number }): readonly ScanResult[];
  /** What a page shows, as the user is asked about it. Throws 'scan-gone'. */
  reviewPage(ask: { readonly scanId: string }): ScanResult;
  /** The same scan under the names that the user has typed: which account has them already. */
  reviewScan(ask: {
    readonly scanId: string;
    readonly issuer: string;
    readonly label: string;
  }): ScanView;
  /**
   * `replaces`: the account that the review has named; no other goes into the
   * bin. replacedId: the one that went.
   */
  saveScan(ask: {
    readonly scanId: string;
    readonly duplicate?: DuplicateChoice;
    readonly replaces?: string;
    readonly issuer: string;
    readonly label: string;
  }): AccountView & { readonly replacedId?: string };
  /** A scan that the user said to save before there was an open vault, as it is by now. */
  waitingScan(ask: Record<string, never>): { readonly scan?: ScanView };
  discardScan(ask: { readonly scanId: string }): void;
  /** The codes of Google Authenticator's exports that were scanned and are not saved yet: the import page lists their accounts. */
  scannedExports(ask: Record<string, never>): readonly string[];
  forgetExports(ask: Record<string, never>): void;
  /**
   * Opens the unlock window. A saveScan that was refused because the vault is
   * not open goes on there. `to`: what it begins with.
   */
  unlockOpen(ask: { readonly to?: UnlockBeginning }): void;
  accountChange(ask: { readonly id: string; readonly change: AccountChange }): AccountView;
  accountBin(ask: { readonly id: string }): void;
  /** Out of the trash; `bin` is the account that had taken its place, and goes there in the same write. */
  accountRestore(ask: { readonly id: string; readonly bin?: string }): void;
  /** Deletes a binned account for good. */
  accountDelete(ask: { readonly id: string }): void;
  /** The page that shows this saved scan fills its next code. Throws 'scan-gone'. */
  enrolmentFill(ask: { readonly scanId: string }): void;
  /** Fills the prompt that waits in this tab; the user's click in the popup is the act that allows it. */
  fillTab(ask: { readonly tabId: number; readonly id: string }): {
    readonly outcome: 'sent' | 'no-prompt';
  };
  /**
   * What the account picker shows. Throws 'prompt-gone' when nobody waits for a
   * choice there (any more), 'vault-locked'.
   */
  pickerView(ask: Record<string, never>): PickerView;
  /**
   * Fills that very prompt and no other, and closes the window; the user's press
   * in it is the act that allows it. Throws 'prompt-gone', 'vault-locked'.
   */
  pickAccount(ask: { readonly promptId: string; readonly id: string }): void;
  /** Closes the account picker, and gives the focus back to the page. */
  closePicker(ask: Record<string, never>): void;
  /**
   * 'Fill codes on this site': notes the site the user stands on. Throws 'site-not-grantable'.
   */
  siteWant(ask: { readonly tabId: number }): WantedSite;
  siteList(ask: Record<string, never>): readonly SiteView[];
  siteRevoke(ask: { readonly siteId: string }): void;
  /** A remembered prompt of the site is offered again, not filled by itself. */
  siteForgetPrompt(ask: { readonly siteId: string; readonly promptId: string }): void;
  siteChange(ask: {
    readonly siteId: string;
    readonly change: Partial<SiteView['settings']>;
  }): SiteView['settings'];
  /** Open tabs that show a site, for the question below. */
  siteTabs(ask: Record<string, never>): readonly SiteTab[];
  /** Why fields of this tab were or were not filled. Throws 'site-unknown', 'tab-unreadable'. */
  explainTab(ask: { readonly tabId: number }): TabExplanation;
  /**
   * One of our pages copied `text`: the clipboard is cleared after `seconds`, if
   * it still holds it.
   */
  clipboardClear(ask: { readonly seconds: number; readonly text: string }): void;
  /** For the document that clears it: by what it knows our texts, once. */
  clipboardCopied(ask: Record<string, never>): { readonly copied: readonly CopiedText[] };
  /** For the document that copies for the background: the code that a command asked for, once. */
  clipboardWanted(ask: Record<string, never>): { readonly text?: string };
  /** What came of it. */
  clipboardWritten(ask: { readonly outcome: 'copied' | 'refused' }): void;
}
