import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { errorCodeOf, type ErrorCode } from '../../lib/errors.ts';

export interface Task {
  readonly busy: boolean;
  /** The error of the last run, if it failed. */
  readonly errorCode: ErrorCode | undefined;
  /** Starts the work, unless other work is still running: a second press while busy does nothing. */
  readonly run: (work: () => Promise<void>) => void;
}

/** Runs the work of a view, and tells whether it is busy or failed. */
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
