import type { HealthLine } from '../policy/health.ts';

/** How safe the accounts of the open vault are, line by line. */
export interface HealthView {
  readonly lines: readonly HealthLine[];
}

/** What our own pages tell the background, because only the user or the page knows it. */
export interface HealthNote {
  /** How strong the passphrase is that was just set, from 0 to 4; the passphrase itself is kept nowhere. */
  readonly strength?: 0 | 1 | 2 | 3 | 4;
  /** The user said that the recovery code is kept. */
  readonly recovery?: 'kept';
  /** The user deleted the files that accounts were imported from. */
  readonly files?: 'deleted';
}
