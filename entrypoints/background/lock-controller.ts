import { showBadge } from '../../lib/browser/action.ts';
import { setAlarm } from '../../lib/browser/alarms.ts';
import { broadcastLock, broadcastUnlock } from '../../lib/browser/lock-broadcast.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';
import { findWarnings, missingOf } from './health.ts';

export const LOCK_ALARM = 'lock';

/** How often an open vault checks whether its time is up; it also checks at every use. */
const LOCK_CHECK_MS = 60_000;

interface LockHooks {
  /** Goes on with what waited for the vault to be opened. */
  continueAfterUnlock(): Promise<void>;
  /** Forgets what must not outlive the open vault. */
  forgetAfterLock(): Promise<void>;
}

type SavingHandlers = Pick<PageHandlers, 'scanSave' | 'scanOutcome' | 'scanUndo'>;

/** Opens and locks the vault, and does all that follows from either. */
export class LockController {
  readonly #core: Core;
  readonly #hooks: LockHooks;

  constructor(core: Core, hooks: LockHooks) {
    this.#core = core;
    this.#hooks = hooks;
    core.vault.onLock(() => {
      broadcastLock();
      void Promise.allSettled([this.countForBadge(), hooks.forgetAfterLock()]);
    });
  }

  /** Goes on after the vault was opened or created. */
  async finishUnlock(): Promise<void> {
    broadcastUnlock();
    await this.#setCheckAlarm();
    await this.#endKeptUnlockedIfForbidden();
    await this.#hooks.continueAfterUnlock();
    await this.countForBadge();
    // Nobody waits for the audit: it finds unreadable accounts and empties the bin after 30 days.
    void this.#core.vault.audit().catch(() => undefined);
  }

  /** To be called as the background starts: the browser may have ended the one before in the middle of an unlocking. */
  async goOnIfOpen(): Promise<void> {
    if ((await this.#core.vault.state()) === 'open') await this.#hooks.continueAfterUnlock();
  }

  /** Moves the deadline of the lock, after an act of the user or where another policy may set another. */
  async noteUse(): Promise<void> {
    await this.#core.vault.touch();
    await this.countForBadge();
  }

  lock(): Promise<void> {
    return this.#core.vault.lock();
  }

  /** Locks if the time is up, when the alarm goes off. */
  async check(): Promise<void> {
    // A store that fails once must not end the checks.
    const state = await this.#core.vault.lockIfDue().catch(() => 'open');
    if (state === 'open') await this.#setCheckAlarm();
  }

  /** Opens a vault that is kept unlocked on this computer, once the browser or an update of ours has started us. */
  async unlockAtBrowserStart(): Promise<void> {
    const { vault, administrator } = this.#core;
    if ((await administrator.policy()).allowKeepUnlocked === false) return;
    if ((await vault.state()) !== 'locked' || !(await vault.keys.isKeptUnlocked())) return;
    if ((await vault.unlock({ kind: 'this-computer' })).kind === 'open') await this.finishUnlock();
  }

  /**
   * Another policy holds at once. The browser may also tell of the first one
   * only after it has started us (measured in Chromium 156 after an installation).
   */
  async followPolicy(): Promise<void> {
    if ((await this.#core.vault.state()) === 'open') await this.#endKeptUnlockedIfForbidden();
    await this.noteUse();
  }

  /** The number on the toolbar button: how many accounts, and other warnings of 'Health', need the user. */
  async countForBadge(): Promise<void> {
    await showBadge(await this.#countWhatNeedsTheUser());
  }

  /** The same page requests, followed by a new count: they change which accounts need the user. */
  withCounting({ scanSave, scanOutcome, scanUndo }: SavingHandlers): SavingHandlers {
    const thenCount = async <Value>(work: Promise<Value> | Value): Promise<Value> => {
      const value = await work;
      void this.countForBadge().catch(() => undefined);
      return value;
    };
    return {
      scanSave: (ask, from) => thenCount(scanSave(ask, from)),
      scanOutcome: (ask, from) => thenCount(scanOutcome(ask, from)),
      scanUndo: (ask, from) => thenCount(scanUndo(ask, from)),
    };
  }

  /** A key that lies in clear on this computer since before the policy came. */
  async #endKeptUnlockedIfForbidden(): Promise<void> {
    const { vault, administrator } = this.#core;
    if ((await administrator.policy()).allowKeepUnlocked !== false) return;
    if (!(await vault.keys.isKeptUnlocked())) return;
    // A vault that may only be read keeps its slots: it is locked in time all the same.
    await vault.keys.stopKeepingUnlocked().catch(() => undefined);
  }

  async #countWhatNeedsTheUser(): Promise<number> {
    const { vault } = this.#core;
    if ((await vault.state()) !== 'open') return 0;
    const accounts = await vault.accounts('live');
    const backup = await vault.backup.state();
    const missing = await missingOf(this.#core, backup);
    const unconfirmed = accounts.flatMap(({ id, status }) =>
      status === 'unconfirmed' ? [id] : [],
    );
    const warnings = await findWarnings(this.#core, accounts, backup);
    // An account that is both unconfirmed and in no backup counts once.
    const ids = new Set([...missing, ...unconfirmed]);
    return ids.size + warnings.filter((topic) => topic !== 'backup').length;
  }

  #setCheckAlarm(): Promise<void> {
    return setAlarm(LOCK_ALARM, this.#core.nowMs() + LOCK_CHECK_MS);
  }
}
