import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Code } from '../../lib/otp/account.ts';
import type { CodeSource } from '../../lib/protocol/code-source.ts';
import type { AccountRow } from '../../lib/protocol/views.ts';

interface Codes {
  readonly code: Code;
  readonly next: Code;
}
type CodesById = ReadonlyMap<string, Codes>;

interface LiveCodes {
  readonly codes: CodesById;
  /** Called with the rows in view: only their codes are kept up to date. */
  readonly watch: (ids: readonly string[]) => void;
}

function byId(rows: readonly AccountRow[]): CodesById {
  return new Map(
    rows.flatMap(({ account, code, next }) => (code && next ? [[account.id, { code, next }]] : [])),
  );
}

/** The codes at `nowMs`: where a step has ended, the next code, known already, has taken its place. */
function codesAt(codes: CodesById, nowMs: number): CodesById {
  const kept = new Map<string, Codes>();
  for (const [id, { code, next }] of codes) {
    if (nowMs < code.endMs) kept.set(id, { code, next });
    else if (nowMs < next.endMs) kept.set(id, { code: next, next });
  }
  return kept;
}

export interface CodesProps {
  readonly source: CodeSource;
  /** The rows that are known already. */
  readonly first: readonly AccountRow[];
  /** Called when there are no more codes, because the vault was locked. */
  readonly onLost: () => void;
  /** The window that has the timer: the browser slows those of a window that is out of sight. */
  readonly shownIn?: Window;
}

/**
 * The codes of the rows in view. One timer sleeps until the earliest step ends;
 * nothing runs meanwhile.
 */
export function useCodes({ source, first, onLost, shownIn = window }: CodesProps): LiveCodes {
  const [codes, setCodes] = useState(() => byId(first));
  const watched = useRef<readonly string[]>([]);
  /** Asked for, and without a code that follows the clock: asking again would give none again. */
  const withoutCode = useRef(new Set<string>());

  const fetchCodes = useCallback(
    async (ids: readonly string[]) => {
      if (ids.length === 0) return;
      try {
        const fresh = byId(await source.read(ids));
        for (const id of ids) if (!fresh.has(id)) withoutCode.current.add(id);
        setCodes((old) => new Map([...old, ...fresh]));
      } catch {
        onLost();
      }
    },
    [source, onLost],
  );

  const timer = useRef<number | undefined>(undefined);
  const schedule = useCallback(() => {
    shownIn.clearTimeout(timer.current);
    const ends = watched.current.flatMap((id) => codes.get(id)?.code.endMs ?? []);
    if (ends.length === 0) return;
    timer.current = shownIn.setTimeout(
      () => {
        setCodes((old) => codesAt(old, Date.now()));
        void fetchCodes(watched.current);
      },
      Math.max(0, Math.min(...ends) - Date.now()),
    );
  }, [codes, fetchCodes]);
  useEffect(() => {
    schedule();
    return () => shownIn.clearTimeout(timer.current);
  }, [schedule]);

  const watch = useCallback(
    (ids: readonly string[]) => {
      watched.current = ids;
      // Where all of them are known already, no change of state would schedule the timer.
      schedule();
      const nowMs = Date.now();
      const wanted = ids.filter(
        (id) => !withoutCode.current.has(id) && (codes.get(id)?.code.endMs ?? 0) <= nowMs,
      );
      void fetchCodes(wanted);
    },
    [codes, fetchCodes, schedule],
  );
  return { codes, watch };
}
