import type { ErrorCode } from '../../../lib/errors.ts';
import type { VaultState } from '../../../lib/protocol/vault-views.ts';
import type { ScanView } from '../../../lib/protocol/views.ts';

export type ScreenName =
  | 'popup'
  | 'choose'
  | 'unlock'
  | 'options'
  | 'welcome'
  | 'picture'
  | 'guide'
  | 'import'
  | 'export'
  | 'float';

/** What the screens are to meet. */
export interface ScreenState {
  readonly vault: VaultState;
  readonly accounts: number;
  /** The names of the first of them; absent: those of the samples. */
  readonly labels?: readonly string[];
  /** The note of the first of them; absent: it has none. */
  readonly note?: string;
  /** How many of them, the first ones, have codes by counter. */
  readonly counters: number;
  readonly page:
    | 'vms'
    | 'vms-waiting'
    // As 'vms-waiting', after a sign-in as a user whom no account names.
    | 'vms-another'
    | 'vms-sent'
    | 'tp-link'
    | 'local'
    | 'other'
    | 'none';
  /** What the page in the tab enrols. */
  readonly enrols: 'offered' | 'known' | 'saved' | 'nothing';
  readonly binned: number;
  readonly unlock: 'right' | 'wrong' | 'delayed';
  readonly duplicate: ScanView['duplicate'];
  /** Requests that fail, by name. */
  readonly fails: Readonly<Record<string, ErrorCode>>;
  /** Requests that are done, and whose reply is lost. */
  readonly lost: readonly string[];
  readonly review: 'waiting' | 'none';
  /** How many of the accounts fit a prompt; absent: all. */
  readonly choices?: number;
  readonly scanResults: 'one' | 'many' | 'export' | 'none';
  readonly access: 'none' | 'read-only';
  readonly passkeys: 'some' | 'none';
  /** none: the vault was made with a passkey. */
  readonly passphrase: 'some' | 'none';
  /** left: what a way in opened that was taken away could not be erased. */
  readonly oldData: 'erased' | 'left';
  /** What was backed up: nothing, all, or all but two accounts. */
  readonly backup: 'none' | 'all' | 'some';
  /** How many accounts of the open vault are damaged. */
  readonly unreadable: number;
  readonly archive: 'kept' | 'none';
  /** The site's clock ahead of this computer's; 0: not worth telling. */
  readonly skewMs: number;
  readonly explanation: 'filled' | 'not-filled' | 'no-tabs';
  /** just-now: the page was added while no popup was open to say so. */
  readonly granted: 'just-now' | 'none';
  /** bad: every line of 'Health' but the backup's asks for something. */
  readonly health: 'good' | 'bad';
  /** set: an administrator has set every key. */
  readonly administrator: 'set' | 'none';
  /** Where in a code's step the clock stands, s; a screen may come to no other. */
  readonly secondOfStep: number;
}
