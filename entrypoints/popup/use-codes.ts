import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { AccountRow } from '../../lib/protocol/views.ts';

interface Codes {
  readonly code: Code;
  readonly next: Code;
}
type CodesById = ReadonlyMap<string, Codes>;

interface LiveCodes {
  readonly codes: CodesById;
  /** These rows are in view now: only their codes are kept fresh. */
  readonly watch: (ids: readonly string[]) => void;
}

function byId(rows: readonly AccountRow[]): CodesById {
  return new Map(rows.map(({ account, code, next }) => [account.id, { code, next }]));
}

/** At a step's end the next code, known already, takes its place at once; what is out of date goes. */
function turned(codes: CodesById, nowMs: number): CodesById {
  const kept = new Map<string, Codes>();
  for (const [id, { code, next }] of codes) {
    if (nowMs < code.endMs) kept.set(id, { code, next });
    else if (nowMs < next.endMs) kept.set(id, { code: next, next });
  }
  return kept;
}

/**
 * The codes of the rows in view. One timer sleeps until the earliest step ends;
 * in between nothing runs. `onLost` is called when the background gives no more
 * codes (the vault was locked meanwhile).
 */
export function useCodes(first: readonly AccountRow[], onLost: () => void): LiveCodes {
  const [codes, setCodes] = useState(() => byId(first));
  const watched = useRef<readonly string[]>([]);

  const fetchCodes = useCallback(
    async (ids: readonly string[]) => {
      if (ids.length === 0) return;
      try {
        const fresh = byId(await ask('codes', { ids }));
        setCodes((old) => new Map([...old, ...fresh]));
      } catch {
        onLost();
      }
    },
    [onLost],
  );

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const plan = useCallback(() => {
    clearTimeout(timer.current);
    const ends = watched.current.flatMap((id) => codes.get(id)?.code.endMs ?? []);
    if (ends.length === 0) return;
    timer.current = setTimeout(
      () => {
        setCodes((old) => turned(old, Date.now()));
        void fetchCodes(watched.current);
      },
      Math.max(0, Math.min(...ends) - Date.now()),
    );
  }, [codes, fetchCodes]);
  useEffect(() => {
    plan();
    return () => clearTimeout(timer.current);
  }, [plan]);

  const watch = useCallback(
    (ids: readonly string[]) => {
      watched.current = ids;
      // Where all of them are known already, nothing else would.
      plan();
      const nowMs = Date.now();
      const wanted = ids.filter((id) => (codes.get(id)?.code.endMs ?? 0) <= nowMs);
      void fetchCodes(wanted);
    },
    [codes, fetchCodes, plan],
  );
  return { codes, watch };
}
