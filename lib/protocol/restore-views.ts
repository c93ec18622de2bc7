/** What our own pages see of a backup that is restored. */
import type { ErrorCode } from '../errors.ts';
import type { UnlockAnswer, UnlockSecret } from './vault-views.ts';

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
  /** In a backup of some accounts, how many there were. */
  readonly of?: number;
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
