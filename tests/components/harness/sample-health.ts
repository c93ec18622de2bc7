import { healthOf } from '../../../lib/policy/health.ts';
import type { HealthView } from '../../../lib/protocol/health-view.ts';
import type { ScreenState } from './screen-state.ts';

const DAY_MS = 86_400_000;

/** What 'Health' says in a state of the screens. */
export function sampleHealth(state: ScreenState): HealthView {
  const nowMs = Date.now();
  const isGood = state.health === 'good';
  return {
    lines: healthOf({
      nowMs,
      accounts: state.accounts,
      unconfirmed: isGood ? 0 : 2,
      unreadable: state.unreadable,
      backup: {
        ...(state.backup === 'none' ? {} : { madeMs: nowMs - 3 * DAY_MS }),
        missing: { none: state.accounts, some: 2, all: 0 }[state.backup],
        changed: 'same',
      },
      backupReminder: 'on',
      recovery: isGood ? 'kept' : 'not-kept',
      passphrase: 'set',
      strength: isGood ? 4 : 2,
      lockMinutes: isGood ? 15 : 480,
      keepUnlocked: 'off',
      ...(isGood ? {} : { clock: { siteId: 'vms-cloud', aheadMs: -41_000 } }),
      files: isGood ? 'none' : 'to-delete',
    }),
  };
}

/** The same after the user has said that the imported files are deleted. */
export function withoutFiles({ lines }: HealthView): HealthView {
  return {
    lines: lines.map((line) =>
      line.topic === 'files' ? { topic: 'files', verdict: 'good', state: 'none' } : line,
    ),
  };
}
