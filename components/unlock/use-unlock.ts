import { useEffect, useState } from 'preact/hooks';
import { errorCodeOf } from '../../lib/errors.ts';
import type { UnlockAnswer } from '../../lib/protocol/vault-views.ts';
import { useTask } from '../ui/use-task.ts';
import type { UnlockOutcome } from './unlock-form.tsx';

interface Unlocking {
  readonly outcome: UnlockOutcome;
  readonly busy: boolean;
  readonly attempt: (unlock: () => Promise<UnlockAnswer>) => void;
}

/** Runs one attempt to unlock at a time, and tells how the last one ended. `now` gives Unix time, ms. */
export function useUnlock(onOpen: () => void, now: () => number): Unlocking {
  const task = useTask();
  const [outcome, setOutcome] = useState<UnlockOutcome>({ kind: 'none' });
  const [untilMs, setUntilMs] = useState<number>();
  useEffect(() => {
    if (untilMs === undefined) return undefined;
    const tick = (): void => {
      const seconds = Math.ceil((untilMs - now()) / 1000);
      setOutcome(seconds > 0 ? { kind: 'delayed', seconds } : { kind: 'none' });
      if (seconds <= 0) setUntilMs(undefined);
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [untilMs]);
  const attempt = (unlock: () => Promise<UnlockAnswer>): void =>
    task.run(async () => {
      try {
        const answer = await unlock();
        if (answer.kind === 'open') onOpen();
        else if (answer.kind === 'wrong') setOutcome({ kind: 'wrong' });
        // Shown for a second at least: else a press whose delay is just over seems to do nothing.
        else setUntilMs(Math.max(answer.untilMs, now() + 1000));
      } catch (thrown) {
        setOutcome({ kind: 'failed', code: errorCodeOf(thrown) });
      }
    });
  return { outcome, busy: task.busy, attempt };
}
