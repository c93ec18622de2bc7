import { useState } from 'preact/hooks';
import type { CurrentPage } from '../../lib/protocol/views.ts';

/** 'site seconds' of the note about a clock that the user dismissed last. No secret, so it lies in localStorage. */
const KEY = 'popup-clock-ignored';
/** A clock that has drifted further than this, s, is news again. */
const DRIFT_SECONDS = 10;

interface IgnoredClock {
  /** undefined: there is nothing to tell. */
  readonly skewMs: number | undefined;
  readonly onIgnore: () => void;
}

/** How far the site's clock is ahead, unless the user does not want to hear of it. */
export function useIgnoredClock({ siteId = '', skewMs }: CurrentPage): IgnoredClock {
  const [ignored, setIgnored] = useState(() => localStorage.getItem(KEY) ?? '');
  const seconds = Math.round((skewMs ?? 0) / 1000);
  const [site, before] = ignored.split(' ');
  const isIgnored = site === siteId && Math.abs(Number(before) - seconds) <= DRIFT_SECONDS;
  return {
    skewMs: isIgnored ? undefined : skewMs,
    onIgnore: () => {
      const note = `${siteId} ${seconds}`;
      localStorage.setItem(KEY, note);
      setIgnored(note);
    },
  };
}
