import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FloatAwayView } from '../../components/float/float-away-view.tsx';
import { LanguageContext, useLanguage } from '../../components/ui/words.ts';
import { onLocked } from '../../lib/browser/lock-broadcast.ts';
import type { AccountRow } from '../../lib/protocol/views.ts';
import { FloatCodes } from './float-codes.tsx';
import { writeFloatPlace } from '../../lib/browser/float-place.ts';
import { canStayOnTop, openOnTop } from './on-top.ts';

/** Notes where this window stands: no event tells that it was moved, and one tells that it is left. */
function useRememberedPlace(): void {
  useEffect(() => {
    const life = new AbortController();
    const note = (): void => writeFloatPlace(localStorage, window);
    for (const event of ['resize', 'blur', 'pagehide'])
      window.addEventListener(event, note, { signal: life.signal });
    return () => life.abort();
  }, []);
}

/** Calls `onLock` with every lock, as long as the window shows. */
function useLocked(onLock: () => void): void {
  useEffect(() => {
    const life = new AbortController();
    onLocked(onLock, life.signal);
    return () => life.abort();
  }, []);
}

/**
 * The float window. Where the browser can, its codes move into a window that
 * stays on top of every program; both close when the vault is locked.
 */
export function FloatScreen({ rows }: { readonly rows: readonly AccountRow[] }) {
  const language = useLanguage();
  const [onTop, setOnTop] = useState<Window>();
  useRememberedPlace();
  // With this page goes the window on top.
  useLocked(() => window.close());
  const bringUp = async (): Promise<void> => {
    const shown = await openOnTop();
    const codes = <FloatCodes rows={rows} shownIn={shown} onTop={undefined} />;
    const { body } = shown.document;
    render(<LanguageContext.Provider value={language}>{codes}</LanguageContext.Provider>, body);
    shown.addEventListener('pagehide', () => {
      render(null, body);
      setOnTop(undefined);
    });
    setOnTop(shown);
  };
  if (onTop) return <FloatAwayView onBack={() => onTop.close()} />;
  return (
    <FloatCodes
      rows={rows}
      shownIn={window}
      // Refused, as in a window that is closing, the codes stay where they are.
      onTop={canStayOnTop() ? () => void bringUp().catch(() => undefined) : undefined}
    />
  );
}
