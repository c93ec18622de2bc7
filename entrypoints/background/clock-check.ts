import { findSkew, isWorthTelling } from '../../lib/clock/skew.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';
import { getSiteOf } from './sender-site.ts';

/** Hears how a site's own clock differs; the user decides what follows. */
export function clockCheck(core: Core): Pick<PageHandlers, 'clockSample'> {
  return {
    clockSample: async (sample, from) => {
      const site = await getSiteOf(core.sites, from);
      const skew = findSkew(sample);
      if (skew === undefined) return;
      if (isWorthTelling(skew)) await core.skews.put(site.id, skew.skewMs);
      else await core.skews.remove(site.id);
    },
  };
}
