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
  useEffect(() => {
    if (outcome.kind !== 'delayed') return undefined;
    const timer = setTimeout(() => setOutcome({ kind: 'none' }), outcome.seconds * 1000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const attempt = (unlock: () => Promise<UnlockAnswer>): void =>
    task.run(async () => {
      try {
        const answer = await unlock();
        if (answer.kind === 'open') onOpen();
        else if (answer.kind === 'wrong') setOutcome({ kind: 'wrong' });
        else {
          const seconds = Math.max(1, Math.ceil((answer.untilMs - now()) / 1000));
          setOutcome({ kind: 'delayed', seconds });
        }
      } catch (thrown) {
        setOutcome({ kind: 'failed', code: errorCodeOf(thrown) });
      }
    });
  return { outcome, busy: task.busy, attempt };
}
