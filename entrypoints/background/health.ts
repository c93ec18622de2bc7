import { shortenLockMinutes } from '../../lib/policy/administrator.ts';
import { healthOf, type HealthFacts } from '../../lib/policy/health.ts';
import type { HealthView } from '../../lib/protocol/health-view.ts';
import type { Core } from './core.ts';

/** A difference that the user has applied but for less than this, ms, is none. */
const APPLIED_MS = 3_000;

/** The site whose clock differs most from the one that its codes are computed by. */
async function findClock(core: Core): Promise<HealthFacts['clock']> {
  const rows = Object.entries(await core.skews.rows());
  const rests = await Promise.all(
    rows.map(async ([siteId, skewMs]) => ({
      siteId,
      aheadMs: skewMs - (await core.sites.settings(siteId)).clockOffsetMs,
    })),
  );
  return rests
    .filter(({ aheadMs }) => Math.abs(aheadMs) >= APPLIED_MS)
    .toSorted((one, other) => Math.abs(other.aheadMs) - Math.abs(one.aheadMs))
    .at(0);
}

/** How safe the accounts of the open vault are. Throws 'vault-locked'. */
export async function healthView(core: Core): Promise<HealthView> {
  const { vault } = core;
  const [accounts, backup, notes, lockMinutes, isKeptUnlocked, clock] = await Promise.all([
    vault.accounts('live'),
    vault.backup.state(),
    vault.notes(),
    vault.keys.lockMinutes(),
    vault.keys.isKeptUnlocked(),
    findClock(core),
  ]);
  const { strength, recovery = 'unknown', files } = notes;
  return {
    lines: healthOf({
      nowMs: core.nowMs(),
      accounts: accounts.length,
      unconfirmed: accounts.filter(({ status }) => status === 'unconfirmed').length,
      backup: { ...backup, missing: backup.missing.length },
      recovery,
      ...(strength === undefined ? {} : { strength }),
      lockMinutes: shortenLockMinutes(await core.administrator.policy(), lockMinutes),
      keepUnlocked: isKeptUnlocked ? 'on' : 'off',
      ...(clock ? { clock } : {}),
      files: files === 'to-delete' ? 'to-delete' : 'none',
    }),
  };
}

/** How many lines of it should not wait and are not counted by account. */
export async function countHealthWarnings(core: Core): Promise<number> {
  const { lines } = await healthView(core);
  return lines.filter(({ verdict, topic }) => verdict === 'warning' && topic !== 'backup').length;
}
