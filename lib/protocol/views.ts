/** What our own pages see: accounts without secrets, single codes, states. */
import type { ErrorCode } from '../errors.ts';
import type { AccountView, Code, DuplicateKind, OtpParameters } from '../otp/account.ts';
import type { RememberedPrompt } from '../policy/prompt-memory.ts';
import type { SiteSettings } from '../policy/site-book.ts';
import type { VaultState } from './vault-views.ts';

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
  /**
   * missing: the site has no account yet, and the user may choose any of them for it.
   * another: the likeliest one names another e-mail address than the user typed at the sign-in.
   */
  readonly account?: 'missing' | 'another';
  /**
   * Whether the user could add this page as a site; likely: it is of his own
   * network, as VMS Local is; none: it is one, or cannot be.
   */
  readonly grant: 'likely' | 'possible' | 'none';
  /** The user signs in on this page of a registered site, and nothing there asks for an app's code. */
  readonly signIn?: 'under-way';
  /**
   * What the page is enrolling. offered: it shows a QR code that is not saved;
   * known: it shows that of an account of the vault; saved: it has not accepted
   * a code of the account yet.
   */
  readonly scan?: {
    readonly scanId: string;
    readonly state: 'offered' | 'known' | 'saved';
    readonly issuer: string;
    readonly label: string;
  };
  /** How far the site's clock is ahead of this computer's; absent: not worth telling. */
  readonly skewMs?: number;
}

/** A tag, and how many accounts have it. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

export interface PopupView {
  readonly vault: VaultState;
  /** What unlocks the vault, beside the recovery code; absent: it is not locked. */
  readonly unlockedBy?: {
    readonly passphrase: 'some' | 'none';
    readonly passkey: 'some' | 'none';
  };
  /** Accounts to show first: those of the current site, pinned, used last, then the rest; at most `limit`. */
  readonly rows: readonly AccountRow[];
  readonly total: number;
  /** How many accounts are in the bin; told only where the list is empty. */
  readonly binned?: number;
  readonly page?: CurrentPage;
  /** just-now: the page became a site of the user's, and the popup was opened again to go on. */
  readonly granted?: 'just-now';
  /** Ids of `rows` that belong to the current site, best first. */
  readonly here: readonly string[];
  /** Ids of the accounts that were used last in this session of the browser, the last one first. */
  readonly recent: readonly string[];
  /** The tags that most accounts have, the most frequent first; none where there is but one. */
  readonly tags: readonly TagCount[];
  /** Live accounts that are in no backup the present passphrase opens. */
  readonly notBackedUp: number;
  /** The recovery code of the open vault, by an id, as long as the user has not said that it is kept. */
  readonly recoveryNotKept?: string;
  /** warning: the settings' section 'Health' has something that should not wait. */
  readonly health: 'good' | 'warning';
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
  /** Of an export in several QRs: a later scan's result replaces the one before. */
  readonly exportId?: string;
  /** Of an export in several QRs: the numbers, from 1, of those not scanned yet. */
  readonly missing?: readonly number[];
  /** How many QRs that export has in all. */
  readonly batchSize?: number;
}

/** A QR as rows of modules, true is dark, without a quiet zone. */
export interface QrModules {
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
}

/** A site that the user wants codes on, before the browser has been asked for it. */
export interface WantedSite {
  readonly origin: string;
  /** The match pattern to ask the browser for. */
  readonly pattern: string;
  /** plain: unencrypted, worth a warning. */
  readonly transport: 'encrypted' | 'plain';
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
