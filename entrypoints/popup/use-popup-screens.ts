import { useEffect, useRef, useState } from 'preact/hooks';
import { useReturn } from '../../components/ui/use-return.ts';
import { useTask } from '../../components/ui/use-task.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { onLocked } from '../../lib/browser/lock-broadcast.ts';
import { isInOwnWindow } from '../../lib/browser/own-window.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { askView } from '../../lib/protocol/popup-view.ts';
import type { PopupView, ScanResult } from '../../lib/protocol/views.ts';
import type { CompletedAction } from './completed-action.ts';
import type { OtherScreen, OtherScreens } from './other-screen.tsx';

/** The script of all screens but the first one. */
export type OtherScript = typeof OtherScreens;

export async function loadOtherScreens(): Promise<OtherScript> {
  return (await import('./other-screen.tsx')).OtherScreens;
}

/** What the popup begins with. */
export interface PopupStart {
  readonly first: PopupView;
  readonly tabId: number | undefined;
  /** Given where the popup does not begin with codes. */
  readonly otherScript: OtherScript | undefined;
}

export interface PopupScreens {
  readonly view: PopupView;
  /** Grows whenever the list of codes is another one. */
  readonly generation: number;
  /** What shows in place of the list of codes. */
  readonly other: { readonly screen: OtherScreen; readonly Script: OtherScript } | undefined;
  /** What was done last. */
  readonly done: CompletedAction | undefined;
  readonly errorCode: ErrorCode | undefined;
  /** Shows another screen, once its script is there. */
  readonly show: (wanted: OtherScreen | undefined) => void;
  /** Asks for the list of codes anew, and shows it. */
  readonly home: (result?: CompletedAction) => void;
  /** Shows the list of codes as it was. */
  readonly back: () => void;
}

/** The screen for what was scanned: a single account needs no list, and undefined is the list of codes. */
export function findScreen(results: readonly ScanResult[]): OtherScreen | undefined {
  const [only, ...others] = results;
  if (!only) return undefined;
  if (only.scan && others.length === 0) return { kind: 'review', scan: only.scan };
  return { kind: 'results', results };
}

/** Calls `onLock` with every lock, as long as the popup shows. */
function useLocked(onLock: () => void): void {
  useEffect(() => {
    const life = new AbortController();
    onLocked(onLock, life.signal);
    return () => life.abort();
  }, []);
}

/** What is left of a view with a lock: not how the vault is unlocked, which only the next view tells. */
function withoutCodes(view: PopupView): PopupView {
  return { ...view, vault: view.vault === 'open' ? 'locked' : view.vault, rows: [], total: 0 };
}

/** What a row says of an account, but for its code. */
function rowText({ issuer, label, pinned, status, tags }: AccountView): string {
  return JSON.stringify([issuer, label, pinned, status, tags]);
}

/** Whether two views have one list: its order may be another one, because a code was used. */
function isSameList(old: PopupView, now: PopupView): boolean {
  const known = new Map(old.rows.map(({ account }) => [account.id, rowText(account)]));
  const hasMore = old.total > old.rows.length;
  return (
    old.vault === now.vault &&
    old.total === now.total &&
    now.rows.every(({ account }) => {
      const text = known.get(account.id);
      return text === undefined ? hasMore : text === rowText(account);
    })
  );
}

/** What is new, around the list as it stands; `now` itself where that is another list. */
function keepList(old: PopupView, now: PopupView): PopupView {
  const { rows, here, recent } = old;
  return isSameList(old, now) ? { ...now, rows, here, recent } : now;
}

/**
 * In a window of its own the popup stays open, and what its list shows may have been
 * changed elsewhere: calls `onView` with what the background says when the user comes back.
 */
function useViewOnReturn(
  tabId: number | undefined,
  shown: 'list' | 'other',
  onView: (now: PopupView) => void,
): void {
  const lockCount = useRef(0);
  useLocked(() => void (lockCount.current += 1));
  useReturn(() => {
    if (!isInOwnWindow() || shown === 'other') return;
    const lockCountBefore = lockCount.current;
    const tell = (now: PopupView): void => {
      // What was asked for before a lock may be of the open vault.
      if (lockCount.current === lockCountBefore) onView(now);
    };
    void askView(tabId).then(tell, () => undefined);
  });
}

/** Which of the popup's screens shows, and how it goes on to another. */
export function usePopupScreens({ first, tabId, otherScript }: PopupStart): PopupScreens {
  const [view, setView] = useState(first);
  const [generation, setGeneration] = useState(0);
  const [Script, setScript] = useState(() => otherScript);
  const [screen, setScreen] = useState(() => findScreen(first.scanResults));
  const [done, setDone] = useState<CompletedAction | undefined>(() =>
    first.granted ? { words: 'codes_granted' } : undefined,
  );
  const task = useTask();

  /** The list stays until the script of the other screen is there: nothing jumps. */
  const show = (wanted: OtherScreen | undefined): void => {
    if (!wanted || Script) return setScreen(wanted);
    task.run(async () => {
      const loaded = await loadOtherScreens();
      setScript(() => loaded);
      setScreen(wanted);
    });
  };
  const lockCount = useRef(0);
  const home = (result?: CompletedAction): void =>
    task.run(async () => {
      const lockCountBefore = lockCount.current;
      const now = await askView(tabId);
      const next = findScreen(now.scanResults);
      const loaded = Script ?? (next && (await loadOtherScreens()));
      // What was asked for before a lock may be of the open vault.
      if (lockCount.current !== lockCountBefore) return;
      setScript(() => loaded);
      setView(now);
      setGeneration((count) => count + 1);
      setScreen(next);
      setDone(result);
    });
  // However the vault was locked, what the popup shows of it goes at once, whatever else is under way.
  useLocked(() => {
    lockCount.current += 1;
    setScreen(undefined);
    setView(withoutCodes);
    void askView(tabId).then(setView, () => undefined);
  });
  useViewOnReturn(tabId, screen ? 'other' : 'list', (now) => {
    const next = keepList(view, now);
    setView(next);
    if (next === now) setGeneration((count) => count + 1);
    show(findScreen(now.scanResults));
  });
  /** Codes may have been used up in the list since it was asked for: those by counter. */
  const back = (): void => {
    if (view.rows.some(({ account }) => account.type === 'hotp')) home();
    else setScreen(undefined);
  };

  const other = screen && Script && { screen, Script };
  return { view, generation, other, done, errorCode: task.errorCode, show, home, back };
}
