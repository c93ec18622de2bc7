import { findSkew, isWorthTelling, type DateSample } from '../../lib/clock/skew.ts';
import type { Core } from './core.ts';

/** A page's answer reaches us within this time, ms, on the busiest computer. */
const SAMPLE_FRESH_MS = 60_000;

/**
 * Compares a site's clock with this computer's, and keeps a difference that the
 * user should hear of; he decides what follows from it. Gives how far the site's
 * clock is ahead, where that is news.
 */
export async function noteClock(
  core: Core,
  siteId: string,
  sample: DateSample,
): Promise<{ readonly aheadMs?: number }> {
  // The page script's times are of this computer's clock, or they say nothing.
  if (Math.abs(core.nowMs() - sample.receivedMs) > SAMPLE_FRESH_MS) return {};
  const skew = findSkew(sample);
  if (skew === undefined) return {};
  const { clockOffsetMs } = await core.sites.settings(siteId);
  if (isWorthTelling(skew)) await core.skews.put(siteId, skew.skewMs);
  else await core.skews.remove(siteId);
  // What the user has applied already is no news.
  const rest = { ...skew, skewMs: skew.skewMs - clockOffsetMs };
  return isWorthTelling(rest) ? { aheadMs: Math.round(skew.skewMs) } : {};
}

/** From now on the codes for this site follow its own clock. */
export async function useSiteClock(core: Core, siteId: string): Promise<void> {
  const skewMs = await core.skews.find(siteId);
  if (skewMs === undefined) return;
  await core.sites.set(siteId, { clockOffsetMs: Math.round(skewMs) });
}
