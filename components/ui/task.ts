import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { errorCodeOf, type ErrorCode } from '../../lib/errors.ts';

export interface Task {
  readonly busy: boolean;
  /** Of the last run; undefined while none failed. */
  readonly errorCode: ErrorCode | undefined;
  /** Runs one piece of work at a time: a second press while busy does nothing. */
  readonly run: (work: () => Promise<void>) => void;
}

/** One button's work: busy, done, or failed with a code. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [errorCode, setErrorCode] = useState<ErrorCode>();
  const state = useRef<'idle' | 'running' | 'gone'>('idle');
  useEffect(() => {
    state.current = 'idle';
    return () => {
      state.current = 'gone';
    };
  }, []);
  const run = useCallback((work: () => Promise<void>) => {
    if (state.current !== 'idle') return;
    state.current = 'running';
    setBusy(true);
    setErrorCode(undefined);
    void (async () => {
      try {
        await work();
      } catch (thrown) {
        setErrorCode(errorCodeOf(thrown));
      }
      if (state.current === 'running') state.current = 'idle';
      setBusy(false);
    })();
  }, []);
  return { busy, errorCode, run };
}
