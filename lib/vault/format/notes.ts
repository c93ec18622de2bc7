import { BIN_DAYS, VAULT_ACCOUNTS_MAX } from '../../limits.ts';
import { ID_BYTES } from './item-names.ts';
import { findCount, findCounts, findFields, findTexts } from './parse.ts';

/**
 * What is remembered about the vault's safety, for the page 'Health' and for
 * emptying the bin. It lies in the sealed manifest: that a passphrase is only
 * fairly strong is of use to a thief.
 */
export interface VaultNotes {
  /** How strong the present passphrase was when it was set, from 0 to 4. */
  readonly strength?: number;
  /** Whether the user said that the recovery code is kept. */
  readonly recovery?: 'kept' | 'not-kept';
  /** Whether files that accounts were imported from may still lie on the disk. */
  readonly files?: 'to-delete' | 'deleted';
  /** The last days (Unix time, days) on which the vault was unlocked while something lay in the bin, ascending. */
  readonly unlockDays?: readonly number[];
  /** Ids of accounts that could not be read when the last backup was made. */
  readonly notInBackup?: readonly string[];
}

const MOST_STRENGTH = 4;
/** ms. */
export const DAY_MS = 24 * 60 * 60_000;

/** The Unix day of a Unix time in ms. */
export function dayOf(nowMs: number): number {
  return Math.floor(nowMs / DAY_MS);
}

/**
 * Without the days that are still to come: the clock was ahead then, or is behind
 * now. What is deleted now would have lived through them.
 */
export function withoutLaterDays(notes: VaultNotes, nowMs: number): VaultNotes {
  if (!notes.unlockDays) return notes;
  return { ...notes, unlockDays: notes.unlockDays.filter((day) => day <= dayOf(nowMs)) };
}

/** Whatever is no note of ours is left out: the vault is as good without it. */
export function notesOf(value: unknown): VaultNotes {
  const fields = findFields(value);
  const strength = findCount(fields?.get('strength'));
  const recovery = fields?.get('recovery');
  const files = fields?.get('files');
  const notInBackup = findTexts(
    fields?.get('notInBackup'),
    VAULT_ACCOUNTS_MAX,
    Math.ceil((ID_BYTES * 8) / 6),
  );
  const unlockDays = findCounts(fields?.get('unlockDays'), BIN_DAYS);
  return {
    ...(strength !== undefined && strength <= MOST_STRENGTH ? { strength } : {}),
    ...(recovery === 'kept' || recovery === 'not-kept' ? { recovery } : {}),
    ...(files === 'to-delete' || files === 'deleted' ? { files } : {}),
    ...(notInBackup ? { notInBackup } : {}),
    ...(unlockDays ? { unlockDays } : {}),
  };
}
