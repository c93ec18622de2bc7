/**
 * The one protocol. Two closed tables of requests to the background, told
 * apart by who may send them, and one table of what the background tells a
 * page. Bytes travel as base64: a message turns a Uint8Array into an object.
 */
import type { ErrorCode } from '../errors.ts';
import type { AccountChange, AccountView, Algorithm, Code } from '../otp/account.ts';

/** once: after filling, the page script presses the page's own button, at most once a prompt. */
export type Submit = 'never' | 'once';

/** A code given to a page: never more than this one. */
export interface ReleasedCode {
  readonly digits: string;
  /** Unix time, ms, after which the page script must drop it. */
  readonly validUntilMs: number;
}

/** What the page script does about a prompt it reported. */
export type PromptAnswer =
  | { readonly kind: 'fill'; readonly code: ReleasedCode; readonly submit: Submit }
  /** Fewer than 3 s left, or the code of this step was used: ask again at `untilMs` (Unix time). */
  | { readonly kind: 'wait'; readonly untilMs: number }
  /** The vault is locked: show the latch button at the field. */
  | { readonly kind: 'locked' }
  /** More than one account fits, or the site asks first: show the button that opens the popup. */
  | { readonly kind: 'choose' }
  /** Nothing to show. */
  | { readonly kind: 'none' };

export type DuplicateChoice = 'replace' | 'keep-both';

/** What the background found in the pixels a page script sent. */
export type CaptureAnswer =
  | { readonly kind: 'none' }
  /** A readable code that is no otpauth enrolment; silent on a page. */
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  | {
      readonly kind: 'otpauth';
      readonly captureId: string;
      readonly issuer: string;
      readonly label: string;
      readonly duplicate: 'none' | 'same-name' | 'same-secret';
    };

export type SaveAnswer =
  /** Saved as unconfirmed and read back; the code for the dialog's field. */
  | { readonly kind: 'saved'; readonly code: ReleasedCode }
  /** Our own window was opened first; a 'captureSaved' push follows. */
  | { readonly kind: 'unlocking' };

/** Pixels of one candidate: 8-bit grey, row by row, already composited on white. */
export interface GreyPixels {
  readonly width: number;
  readonly height: number;
  /** base64 of width × height bytes. */
  readonly grey: string;
}

/** Requests a content script may send. The origin is always taken from the sender, never from here. */
export interface PageRequests {
  /** The user's own trusted input in a log-in form; `identity` is the e-mail typed or chosen there. */
  signInSeen(ask: { readonly identity?: string }): void;
  /** A field that could ask for a code came into view: inject the script that finds and fills here. */
  fillNear(ask: Record<string, never>): void;
  /** A 2FA prompt is in view. `promptId` is random and lives as long as the prompt. */
  promptSeen(ask: { readonly promptId: string }): PromptAnswer;
  /** filled: read back from the field. refused: the page shows an error. gone: the prompt left the page. */
  promptOutcome(ask: {
    readonly promptId: string;
    readonly outcome: 'filled' | 'not-filled' | 'refused' | 'gone';
  }): void;
  /** A trusted click on our latch button: opens the unlock window (locked) or the popup (choose). */
  promptOpen(ask: { readonly promptId: string }): void;
  /** After a refusal: the Date header of the page's own server, and this computer's clock around it. */
  clockSeen(ask: {
    readonly serverDateMs: number;
    readonly sentMs: number;
    readonly receivedMs: number;
  }): void;
  /** A QR candidate came into view: inject the enrolment script here. */
  enrolmentSeen(ask: Record<string, never>): void;
  capturePixels(ask: GreyPixels): CaptureAnswer;
  /**
   * The code shows in a frame that has no field for it: from now on the capture
   * is the top document's, which is told by a 'captureOffered' push.
   */
  captureHandOver(ask: { readonly captureId: string }): void;
  captureSave(ask: {
    readonly captureId: string;
    readonly duplicate?: DuplicateChoice;
  }): SaveAnswer;
  /** A further code for the enrolment field of a capture saved from this very document. */
  captureCode(ask: { readonly captureId: string }): PromptAnswer;
  /**
   * A click on the card where it cannot be proved that the user saw it (no
   * IntersectionObserver v2, or a frame too small for the card): opens the
   * popup with this capture under review; without a captureId the plain popup.
   */
  captureOpen(ask: { readonly captureId?: string }): void;
  captureOutcome(ask: {
    readonly captureId: string;
    readonly outcome: 'confirmed' | 'refused' | 'cancelled' | 'dismissed';
  }): void;
}

export type VaultState = 'absent' | 'locked' | 'open' | 'missing' | 'older' | 'damaged';

export interface AccountRow {
  readonly account: AccountView;
  /** The code of now and the one after it. */
  readonly code: Code;
  readonly next: Code;
}

/** The page the user looks at, as far as the popup needs it. */
export interface CurrentPage {
  readonly tabId: number;
  /** A register id or a granted origin; absent: no site of ours. */
  readonly siteId?: string;
  /** Host as shown to the user. */
  readonly host: string;
  readonly prompt: 'waiting' | 'none';
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
  /** What a scan found that was asked for outside the popup (menu, card); shown at once. */
  readonly findings: readonly ScanFinding[];
}

/** An account found by scan, paste or typing, before it is saved. */
export interface ReviewView {
  readonly captureId: string;
  readonly issuer: string;
  readonly label: string;
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  readonly duplicate: 'none' | 'same-name' | 'same-secret';
  /** Secrets under 128 bits work, but are worth a word. */
  readonly secretStrength: 'ordinary' | 'short';
}

export interface ScanFinding {
  /** What the QR is, for words: only otpauth ones carry a review. */
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
  readonly review?: ReviewView;
  readonly code?: ErrorCode;
  /** Of an export in several QRs: the numbers, from 1, of those not scanned yet. */
  readonly missing?: readonly number[];
}

export interface TypedAccount {
  readonly issuer: string;
  readonly label: string;
  /** base32 as typed; spaces, dashes and lower case allowed. */
  readonly secret: string;
  readonly algorithm: Algorithm;
  readonly digits: number;
  readonly periodSeconds: number;
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

/** All that our own pages may know of the vault without a secret. */
export interface VaultView {
  readonly state: VaultState;
  readonly access: 'none' | 'read-only' | 'read-write';
  /** Accounts that cannot be read; they are left as they are on disk. */
  readonly quarantined: number;
  readonly passkeys: readonly PasskeyView[];
  readonly lockMinutes: number;
  readonly keepUnlocked: 'on' | 'off';
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
  readonly settings: {
    /** by-hand: 'ask first'. */
    readonly fill: 'by-itself' | 'by-hand';
    readonly submit: Submit;
    readonly clockOffsetMs: number;
  };
}

/** Requests only our own pages may send. */
export interface OwnRequests {
  vaultState(ask: Record<string, never>): VaultView;
  /** All the popup needs for its first picture, in one answer. */
  popupView(ask: { readonly tabId?: number; readonly limit: number }): PopupView;
  /** All accounts not in the bin (`bin: 'live'`) or in it, without codes. */
  accounts(ask: { readonly bin: 'live' | 'binned' }): readonly AccountView[];
  /** Codes for rows in view; unknown ids are left out. */
  codes(ask: { readonly ids: readonly string[] }): readonly AccountRow[];
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
  /** The deliberate choice, after proof; 'off' needs none. */
  keepUnlocked(ask: { readonly proof: UnlockSecret }): UnlockAnswer;
  keepUnlockedStop(ask: Record<string, never>): void;
  /** Drops what cannot be read, so that the vault can be written again. */
  repairKeepReadable(ask: Record<string, never>): { readonly dropped: number };
  /** Takes an older vault as the present one. */
  repairAcceptOlder(ask: Record<string, never>): void;
  /** Deletes everything. The screen asks for a typed word first. */
  repairStartOver(ask: Record<string, never>): void;
  /** The one way out of a secret, after proof: as a picture for the phone. */
  showQr(ask: {
    readonly id: string;
    readonly proof: UnlockSecret;
  }): Exclude<UnlockAnswer, { kind: 'open' }> | { readonly kind: 'open'; readonly qr: QrModules };
  /** Parses and parks; nothing is saved before reviewSave. */
  reviewUri(ask: { readonly uri: string }): ReviewView;
  reviewTyped(ask: TypedAccount): ReviewView;
  /** Every QR on the visible part of the tab; needs the activeTab grant of the click that opened the popup. */
  /** Every QR in a picture: a data URL of at most 10 MB. */
  scanPicture(ask: { readonly dataUrl: string }): readonly ScanFinding[];
  /** A pasted text: an otpauth link, an export, or whatever it is. */
  scanText(ask: { readonly text: string }): readonly ScanFinding[];
  scanTab(ask: { readonly tabId: number }): readonly ScanFinding[];
  reviewSave(ask: {
    readonly captureId: string;
    readonly duplicate?: DuplicateChoice;
    readonly issuer: string;
    readonly label: string;
  }): AccountView;
  reviewDiscard(ask: { readonly captureId: string }): void;
  /** Opens our own window for keys; a reviewSave refused for want of an open vault goes on there. */
  unlockOpen(ask: Record<string, never>): void;
  accountChange(ask: { readonly id: string; readonly change: AccountChange }): AccountView;
  accountBin(ask: { readonly id: string }): void;
  accountRestore(ask: { readonly id: string }): void;
  /** Deletes a binned account for good. */
  accountDelete(ask: { readonly id: string }): void;
  /** Fills the prompt that waits in this tab; the user's click in the popup is the act that allows it. */
  fillTab(ask: { readonly tabId: number; readonly id: string }): {
    readonly outcome: 'sent' | 'no-prompt';
  };
  /**
   * 'Fill codes on this site': notes the site the user stands on and gives the
   * match pattern to ask the browser for. Throws 'site-not-grantable'.
   */
  siteWant(ask: { readonly tabId: number }): {
    readonly origin: string;
    readonly pattern: string;
    /** plain: unencrypted, worth a warning. */
    readonly transport: 'encrypted' | 'plain';
  };
  siteList(ask: Record<string, never>): readonly SiteView[];
  siteRevoke(ask: { readonly siteId: string }): void;
  siteChange(ask: {
    readonly siteId: string;
    readonly change: Partial<SiteView['settings']>;
  }): SiteView['settings'];
  /** The popup copied a code: clear the clipboard after `seconds` unless it has changed. */
  clipboardClear(ask: { readonly seconds: number }): void;
}

/** What the background tells one document of a page. */
export interface PagePushes {
  /** After unlocking, or from the popup. */
  fill(tell: {
    readonly promptId: string;
    readonly code: ReleasedCode;
    readonly submit: Submit;
  }): void;
  /** The user chose an account, but its code is used up or about to end: ask promptSeen again at `untilMs`. */
  wait(tell: { readonly promptId: string; readonly untilMs: number }): void;
  /** From the menu of a right click: report the field that was clicked as a prompt, whatever it looks like. */
  insert(tell: Record<string, never>): void;
  /** After the unlock window, the capture went on by itself. */
  /** A capture handed over by a frame of this page. */
  captureOffered(tell: {
    readonly captureId: string;
    readonly issuer: string;
    readonly label: string;
    readonly duplicate: 'none' | 'same-name' | 'same-secret';
  }): void;
  captureSaved(tell: { readonly captureId: string; readonly code: ReleasedCode }): void;
  captureFailed(tell: { readonly captureId: string; readonly code: ErrorCode }): void;
}

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ErrorCode };
