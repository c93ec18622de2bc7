import { showBadge } from '../../lib/browser/action.ts';
import { setAlarm } from '../../lib/browser/alarms.ts';
import { tellLocked } from '../../lib/browser/lock-news.ts';
import type { Core } from './core.ts';

export const LOCK_ALARM = 'lock';
export const CLIPBOARD_ALARM = 'clipboard';

/** How often an open vault asks itself whether its time is up; it also asks at every use. */
const LOCK_CHECK_MS = 60_000;

export interface Latch {
  /** The vault was opened: go on with what waited for it. */
  opened(): Promise<void>;
  /** The user did something. */
  used(): Promise<void>;
  /** Accounts are other ones now: the badge counts anew. No act of the user's: moves no deadline. */
  changed(): Promise<void>;
  lock(): Promise<void>;
  /** The alarm went off. */
  check(): Promise<void>;
  /** The browser was started: 'keep unlocked on this computer' opens, a lock never does. */
  started(): Promise<void>;
}

/** Opening and locking, and all that follows from either. */
export function createLatch(
  core: Core,
  goOn: () => Promise<void>,
  forget: () => Promise<void>,
): Latch {
  const { vault } = core;
  const badge = async (): Promise<void> => {
    const open = (await vault.state()) === 'open';
    const accounts = open ? await vault.accounts('live') : [];
    const missing = open ? (await vault.backup.state()).missing : [];
    const unconfirmed = accounts.flatMap(({ id, status }) =>
      status === 'unconfirmed' ? [id] : [],
    );
    // An account that is both is one thing to look after.
    await showBadge(new Set([...missing, ...unconfirmed]).size);
  };
  vault.onLock(() => {
    tellLocked();
    void Promise.all([badge(), forget()]);
  });
  const opened = async (): Promise<void> => {
    await setAlarm(LOCK_ALARM, core.nowMs() + LOCK_CHECK_MS);
    await goOn();
    await badge();
    // Nobody waits for it: unreadable accounts are found, the bin of 30 days is emptied.
    void vault.audit().catch(() => undefined);
  };
  return {
    opened,
    changed: badge,
    async used() {
      await vault.touch();
      await badge();
    },
    lock: () => vault.lock(),
    async check() {
      if ((await vault.lockIfDue()) === 'open') {
        await setAlarm(LOCK_ALARM, core.nowMs() + LOCK_CHECK_MS);
      }
    },
    async started() {
      if ((await vault.state()) !== 'locked' || !(await vault.keys.isKeptUnlocked())) return;
      if ((await vault.unlock({ kind: 'this-computer' })).kind === 'open') await opened();
    },
  };
}
