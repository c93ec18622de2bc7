import { WORTH_TELLING_MS } from '../../lib/clock/skew.ts';
import { shortenLockMinutes } from '../../lib/policy/administrator.ts';
import { healthOf, type HealthFacts, type HealthLine } from '../../lib/policy/health.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import type { HealthView } from '../../lib/protocol/health-view.ts';
import type { Core } from './core.ts';

type Backup = Awaited<ReturnType<Core['vault']['backup']['state']>>;

/** The accounts that the user is to be reminded of backing up. */
export async function missingOf(core: Core, { missing }: Backup): Promise<readonly string[]> {
  return (await core.administrator.policy()).backupReminder === false ? [] : missing;
}

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
    .filter(({ aheadMs }) => Math.abs(aheadMs) >= WORTH_TELLING_MS)
    .toSorted((one, other) => Math.abs(other.aheadMs) - Math.abs(one.aheadMs))
    .at(0);
}

/** What of it the popup, the badge and the settings have in common. */
async function readFacts(
  core: Core,
  accounts: readonly AccountView[],
  backup: Backup,
): Promise<Omit<HealthFacts, 'lockMinutes' | 'keepUnlocked' | 'passphrase'>> {
  const [notes, { quarantined }, clock, policy] = await Promise.all([
    core.vault.notes(),
    core.vault.status(),
    findClock(core),
    core.administrator.policy(),
  ]);
  const { strength, recovery = 'unknown', files } = notes;
  return {
    nowMs: core.nowMs(),
    accounts: accounts.length,
    unreadable: quarantined.length,
    unconfirmed: accounts.filter(({ status }) => status === 'unconfirmed').length,
    backup: { ...backup, missing: backup.missing.length },
    backupReminder: policy.backupReminder === false ? 'off' : 'on',
    recovery,
    ...(strength === undefined ? {} : { strength }),
    ...(clock ? { clock } : {}),
    files: files === 'to-delete' ? 'to-delete' : 'none',
  };
}

/** How safe the accounts of the open vault are. Throws 'vault-locked'. */
export async function healthView(core: Core): Promise<HealthView> {
  const { vault } = core;
  const [accounts, backup, lockMinutes, isKeptUnlocked, hasPassphrase, policy] = await Promise.all([
    vault.accounts('live'),
    vault.backup.state(),
    vault.keys.lockMinutes(),
    vault.keys.isKeptUnlocked(),
    vault.keys.hasPassphrase(),
    core.administrator.policy(),
  ]);
  return {
    lines: healthOf({
      ...(await readFacts(core, accounts, backup)),
      lockMinutes: shortenLockMinutes(policy, lockMinutes),
      keepUnlocked: isKeptUnlocked ? 'on' : 'off',
      passphrase: hasPassphrase ? 'set' : 'none',
    }),
  };
}

/**
 * The topics that should not wait. How the vault locks and is unlocked is never
 * one of them, and to find it out would cost the popup a read of the disk.
 */
export async function findWarnings(
  core: Core,
  accounts: readonly AccountView[],
  backup: Backup,
): Promise<readonly HealthLine['topic'][]> {
  const facts = await readFacts(core, accounts, backup);
  const lines = healthOf({ ...facts, lockMinutes: 1, keepUnlocked: 'off', passphrase: 'set' });
  return lines.flatMap(({ verdict, topic }) => (verdict === 'warning' ? [topic] : []));
}
