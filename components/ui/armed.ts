import { useEffect, useState } from 'preact/hooks';
import { ARMING_MS } from '../../lib/limits.ts';

/**
 * A page can make a window of ours open under a click or a key already on its
 * way (clickjacking by double click). What saves or releases something is
 * therefore dead for its first ARMING_MS.
 */
export function useArmed(): 'armed' | 'dead' {
  const [armed, setArmed] = useState<'armed' | 'dead'>('dead');
  useEffect(() => {
    const timer = setTimeout(() => setArmed('armed'), ARMING_MS);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
