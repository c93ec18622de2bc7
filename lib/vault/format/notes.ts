import { findCount, findFields } from './parse.ts';

/**
 * What is remembered about the vault's safety for the page 'Health'. It lies in
 * the sealed manifest: that a passphrase is only fairly strong is of use to a thief.
 */
export interface VaultNotes {
  /** How strong the present passphrase was when it was set, from 0 to 4. */
  readonly strength?: number;
  /** Whether the user said that the recovery code is kept. */
  readonly recovery?: 'kept' | 'not-kept';
  /** Whether files that accounts were imported from may still lie on the disk. */
  readonly files?: 'to-delete' | 'deleted';
}

const MOST_STRENGTH = 4;

/** Whatever is no note of ours is left out: the vault is as good without it. */
export function notesOf(value: unknown): VaultNotes {
  const fields = findFields(value);
  const strength = findCount(fields?.get('strength'));
  const recovery = fields?.get('recovery');
  const files = fields?.get('files');
  return {
    ...(strength !== undefined && strength <= MOST_STRENGTH ? { strength } : {}),
    ...(recovery === 'kept' || recovery === 'not-kept' ? { recovery } : {}),
    ...(files === 'to-delete' || files === 'deleted' ? { files } : {}),
  };
}
