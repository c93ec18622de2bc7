import type { AccountView } from '../../lib/otp/account.ts';
import type { Rows } from '../../lib/policy/session-table.ts';
import type { Core } from './core.ts';

/** Up to this many accounts are in view at once: an order by use would only move them about. */
export const ACCOUNTS_IN_VIEW = 8;
const RECENT_MAX = 4;

/**
 * Notes that the code of an account was filled or copied. Only its random id is
 * kept, in memory (storage.session), and until the browser closes. Nobody
 * hears of its failure, and no code waits for it: it is about the order of a list.
 */
export function noteUsed(core: Core, id: string): Promise<void> {
  const note = core.usedMs.change((rows) => {
    const newest = Object.entries({ ...rows, [id]: core.nowMs() })
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, RECENT_MAX * 2);
    return Object.fromEntries(newest);
  });
  return note.catch(() => undefined);
}

/** Ids of the accounts of a long list that were used last, the last one first. Pinned ones are found anyway. */
export function recentIds(
  usedMs: Rows<number>,
  accounts: readonly AccountView[],
): readonly string[] {
  if (accounts.length <= ACCOUNTS_IN_VIEW) return [];
  const timeOf = ({ id }: AccountView): number => usedMs[id] ?? 0;
  return accounts
    .filter((account) => account.pinned === 'unpinned' && timeOf(account) > 0)
    .toSorted((one, other) => timeOf(other) - timeOf(one))
    .slice(0, RECENT_MAX)
    .map(({ id }) => id);
}
