import { AppError } from '../../lib/errors.ts';
import { undoUntilMs, type Scan } from '../../lib/policy/scan.ts';
import type { Core } from './core.ts';

/** Brings back the account that the saved `scan` has replaced. Throws 'undo-over'. */
export async function undoReplacement(core: Core, scan: Scan): Promise<void> {
  const { vault } = core;
  const { accountId, replacedId } = scan;
  const isOver = undoUntilMs(scan, core.nowMs()) === undefined;
  if (isOver || accountId === undefined || replacedId === undefined) {
    throw new AppError('undo-over');
  }
  const [added, replaced] = await Promise.all([
    vault.account(accountId),
    vault.account(replacedId),
  ]);
  // The user, or the page's acceptance of a code, has decided otherwise meanwhile.
  const isAsLeft =
    added.binnedMs === undefined &&
    added.status === 'unconfirmed' &&
    replaced.binnedMs !== undefined;
  if (!isAsLeft) throw new AppError('undo-over');
  await vault.binAll([accountId], new Set([replacedId]));
}
