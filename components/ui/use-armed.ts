import { useEffect, useState } from 'preact/hooks';
import { ARMING_MS } from '../../lib/limits.ts';

/**
 * Whether a press counts yet. A page can make a window of ours open under a
 * click or a key that is already on its way (clickjacking by double click), so
 * whatever saves or releases something is unarmed for its first ARMING_MS.
 */
export function useArmed(): 'armed' | 'unarmed' {
  const [armed, setArmed] = useState<'armed' | 'unarmed'>('unarmed');
  useEffect(() => {
    const timer = setTimeout(() => setArmed('armed'), ARMING_MS);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
