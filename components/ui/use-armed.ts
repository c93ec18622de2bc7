import { useEffect, useState } from 'preact/hooks';
import { ARMING_MS } from '../../lib/limits.ts';

/**
 * Whether a press counts yet. A page can make a window of ours open under a
 * click or a key that is already on its way, or lay a window of its own over it
 * that closes at the first click of a double click (clickjacking), so whatever
 * saves or releases something is unarmed for the first ARMING_MS in which its
 * window is shown and has the focus.
 */
export function useArmed(): 'armed' | 'unarmed' {
  const [armed, setArmed] = useState<'armed' | 'unarmed'>('unarmed');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = (): void => {
      clearTimeout(timer);
      setArmed('unarmed');
      timer = setTimeout(() => setArmed('armed'), ARMING_MS);
    };
    begin();
    window.addEventListener('focus', begin);
    document.addEventListener('visibilitychange', begin);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', begin);
      document.removeEventListener('visibilitychange', begin);
    };
  }, []);
  return armed;
}
