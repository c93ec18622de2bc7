import { useEffect, useState } from 'preact/hooks';
import { errorCodeOf } from '../../lib/errors.ts';
import type { UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import { useTask } from '../ui/use-task.ts';
import type { UnlockOutcome } from './unlock-form.tsx';

interface Unlocking {
  readonly outcome: UnlockOutcome;
  /** For how long the vault accepts no passphrase; undefined: it accepts one. */
  readonly delaySeconds: number | undefined;
  readonly busy: boolean;
  readonly attempt: (by: UnlockSecret['kind'], unlock: () => Promise<UnlockAnswer>) => void;
}

/** Runs one attempt to unlock at a time, and tells how the last one ended. `now` gives Unix time, ms. */
export function useUnlock(onOpen: () => void, now: () => number): Unlocking {
  const task = useTask();
  const [outcome, setOutcome] = useState<UnlockOutcome>({ kind: 'none' });
  const [untilMs, setUntilMs] = useState<number>();
  const [delaySeconds, setDelaySeconds] = useState<number>();
  useEffect(() => {
    if (untilMs === undefined) return undefined;
    const tick = (): void => {
      const seconds = Math.ceil((untilMs - now()) / 1000);
      setDelaySeconds(seconds > 0 ? seconds : undefined);
      if (seconds <= 0) setUntilMs(undefined);
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [untilMs]);
  const attempt: Unlocking['attempt'] = (by, unlock) =>
    task.run(async () => {
      try {
        const answer = await unlock();
        if (answer.kind === 'open') return onOpen();
        if (answer.kind === 'delayed') {
          setOutcome({ kind: 'none' });
          // Shown for a second at least: else a press whose delay is just over seems to do nothing.
          return setUntilMs(Math.max(answer.untilMs, now() + 1000));
        }
        // Of a passkey nothing was typed that could be wrong.
        setOutcome(
          by === 'passkey'
            ? { kind: 'failed', by, code: 'passkey-refused' }
            : { kind: 'wrong', by },
        );
      } catch (thrown) {
        setOutcome({ kind: 'failed', by, code: errorCodeOf(thrown) });
      }
    });
  return { outcome, delaySeconds, busy: task.busy, attempt };
}
