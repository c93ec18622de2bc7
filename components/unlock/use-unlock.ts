import { useEffect, useState } from 'preact/hooks';
import { errorCodeOf } from '../../lib/errors.ts';
import { useTask } from '../ui/task.ts';
import type { UnlockOutcome } from './unlock-form.tsx';

export type UnlockAnswer =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'delayed'; readonly untilMs: number };

interface Unlocking {
  readonly outcome: UnlockOutcome;
  readonly busy: boolean;
  readonly attempt: (unlock: () => Promise<UnlockAnswer>) => void;
}

/** One try after the other; what the last came to. `now` gives Unix time, ms. */
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
