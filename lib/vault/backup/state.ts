import type { AccountView } from '../../otp/account.ts';
import type { AccountIndex } from '../format/index-cache.ts';
import { OUTDATED_BACKUP_MS } from '../format/manifest.ts';
import type { Contents } from '../store/contents.ts';

/** How well the vault could be got back from its last backup. */
export interface BackupState {
  /** Absent: none was made that the present passphrase opens. */
  readonly madeMs?: number;
  /** Backups were made, but none that the present passphrase opens. */
  readonly earlier?: 'outdated';
  /** Ids of live accounts that are newer, or could not be read when it was made. */
  readonly missing: readonly string[];
  /** Whether any account was changed since. */
  readonly changed: 'changed' | 'same';
}

/** What the last backup lacks by now. `readable`: the accounts that can be read. */
export function backupState(
  { index, manifest: { backupMs, notes } }: Contents,
  readable: AccountIndex,
  nowMs: number,
): BackupState {
  // One of the future is of a clock that was wrong: it says nothing.
  const isOutdated = backupMs === OUTDATED_BACKUP_MS;
  const isKnown = backupMs !== undefined && backupMs <= nowMs && !isOutdated;
  const madeMs = isKnown ? backupMs : undefined;
  const views = [...index.values()].map(({ view }) => view);
  const isLeftOut = (id: string): boolean =>
    readable.has(id) && notes?.notInBackup?.includes(id) === true;
  const isMissing = ({ id, createdMs }: AccountView): boolean =>
    !(createdMs <= (madeMs ?? -1)) || isLeftOut(id);
  return {
    ...(madeMs === undefined ? {} : { madeMs }),
    ...(isOutdated ? { earlier: 'outdated' } : {}),
    missing: views
      .filter((view) => view.binnedMs === undefined && isMissing(view))
      .map(({ id }) => id),
    changed: views.some(({ changedMs }) => changedMs > (madeMs ?? -1)) ? 'changed' : 'same',
  };
}
