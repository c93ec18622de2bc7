/** How safe the user's accounts are from being lost or taken, told line by line. */

/** What is known about it while the vault is open. */
export interface HealthFacts {
  readonly nowMs: number;
  readonly accounts: number;
  /** Accounts whose site never accepted a code of ours. */
  readonly unconfirmed: number;
  /** How many accounts are damaged and can't be read. */
  readonly unreadable: number;
  readonly backup: {
    /** Absent: none was made that the present passphrase opens. */
    readonly madeMs?: number;
    readonly earlier?: 'outdated';
    /** How many accounts are newer. */
    readonly missing: number;
    readonly changed: 'changed' | 'same';
  };
  /** off: an administrator keeps the backups, and nobody is to be reminded of them. */
  readonly backupReminder: 'on' | 'off';
  /** Whether the user said that the recovery code is kept; unknown: the vault is older than the question. */
  readonly recovery: 'kept' | 'not-kept' | 'unknown';
  /** none: a passkey alone unlocks. */
  readonly passphrase: 'set' | 'none';
  /** From 0 to 4 as measured when the passphrase was chosen; absent: unknown. */
  readonly strength?: number;
  readonly lockMinutes: number;
  readonly keepUnlocked: 'on' | 'off';
  /** The site whose clock is furthest from the one that codes are computed by; absent: none is off. */
  readonly clock?: { readonly siteId: string; readonly aheadMs: number };
  /** to-delete: accounts came from files of another app, which may still lie on the disk in clear. */
  readonly files: 'to-delete' | 'none';
}

/** warning: something can be lost or fails now; advice: it could be better. */
export type HealthVerdict = 'good' | 'advice' | 'warning';

/** One line; `state` says what is the case, and `amount` how many or how much. */
export type HealthLine = { readonly verdict: HealthVerdict; readonly amount?: number } & (
  | {
      readonly topic: 'backup';
      readonly state:
        | 'unreadable'
        | 'no-accounts'
        | 'none'
        | 'outdated'
        | 'missing'
        | 'old'
        | 'good';
      readonly madeMs?: number;
    }
  | { readonly topic: 'recovery'; readonly state: 'kept' | 'not-kept' | 'unknown' }
  | { readonly topic: 'clock'; readonly state: 'good' }
  /** amount: seconds. */
  | {
      readonly topic: 'clock';
      readonly state: 'ahead' | 'behind';
      readonly siteId: string;
      readonly aheadMs: number;
    }
  | { readonly topic: 'passphrase'; readonly state: 'strong' | 'fair' | 'unknown' | 'none' }
  /** amount: minutes. */
  | { readonly topic: 'lock'; readonly state: 'good' | 'long' | 'never' }
  | { readonly topic: 'unconfirmed'; readonly state: 'some' | 'none' }
  | { readonly topic: 'files'; readonly state: 'to-delete' | 'none' }
);

/** A backup that lacks changes of accounts is old after this long. */
const OLD_BACKUP_MS = 30 * 86_400_000;
/** Whoever finds the browser open after this many minutes finds the codes, too. */
const LONG_LOCK_MINUTES = 240;
/** The level from which a passphrase is not worth a word. */
const STRONG_LEVEL = 3;

export function healthOf(facts: HealthFacts): readonly HealthLine[] {
  return [
    backupLine(facts),
    recoveryLine(facts),
    clockLine(facts),
    passphraseLine(facts),
    lockLine(facts),
    facts.unconfirmed > 0
      ? { topic: 'unconfirmed', verdict: 'advice', state: 'some', amount: facts.unconfirmed }
      : { topic: 'unconfirmed', verdict: 'good', state: 'none' },
    facts.files === 'to-delete'
      ? { topic: 'files', verdict: 'advice', state: 'to-delete' }
      : { topic: 'files', verdict: 'good', state: 'none' },
  ];
}

function backupLine(facts: HealthFacts): HealthLine {
  const { accounts, unreadable, backup, backupReminder, nowMs } = facts;
  const { madeMs, earlier, missing, changed } = backup;
  const topic = 'backup' as const;
  const urgent = backupReminder === 'on' ? 'warning' : 'advice';
  // A new backup would lack them; an old one may have them.
  if (unreadable > 0) return { topic, verdict: 'warning', state: 'unreadable', amount: unreadable };
  if (accounts === 0) return { topic, verdict: 'good', state: 'no-accounts' };
  if (madeMs === undefined) return { topic, verdict: urgent, state: earlier ?? 'none' };
  if (missing > 0) return { topic, verdict: urgent, state: 'missing', amount: missing };
  const isOld = changed === 'changed' && nowMs - madeMs > OLD_BACKUP_MS;
  return isOld
    ? { topic, verdict: 'advice', state: 'old', madeMs }
    : { topic, verdict: 'good', state: 'good', madeMs };
}

function recoveryLine({ recovery }: HealthFacts): HealthLine {
  return {
    topic: 'recovery',
    verdict: ({ kept: 'good', unknown: 'advice', 'not-kept': 'warning' } as const)[recovery],
    state: recovery,
  };
}

function clockLine({ clock }: HealthFacts): HealthLine {
  if (!clock) return { topic: 'clock', verdict: 'good', state: 'good' };
  return {
    topic: 'clock',
    verdict: 'warning',
    state: clock.aheadMs > 0 ? 'behind' : 'ahead',
    amount: Math.round(Math.abs(clock.aheadMs) / 1000),
    ...clock,
  };
}

function passphraseLine({ passphrase, strength }: HealthFacts): HealthLine {
  if (passphrase === 'none') return { topic: 'passphrase', verdict: 'good', state: 'none' };
  // What nobody knows is not said to be fine.
  if (strength === undefined) return { topic: 'passphrase', verdict: 'advice', state: 'unknown' };
  return strength < STRONG_LEVEL
    ? { topic: 'passphrase', verdict: 'advice', state: 'fair' }
    : { topic: 'passphrase', verdict: 'good', state: 'strong' };
}

function lockLine({ lockMinutes, keepUnlocked }: HealthFacts): HealthLine {
  if (keepUnlocked === 'on') return { topic: 'lock', verdict: 'advice', state: 'never' };
  const isLong = lockMinutes > LONG_LOCK_MINUTES;
  return {
    topic: 'lock',
    verdict: isLong ? 'advice' : 'good',
    state: isLong ? 'long' : 'good',
    amount: lockMinutes,
  };
}
