/**
 * One answer of a site's own server, as the page script measured it. All times
 * are Unix time, ms.
 */
export interface DateSample {
  /** The Date header (RFC 9110, section 6.6.1), which has whole seconds. */
  readonly serverDateMs: number;
  /** This computer's clock when the request was sent and when its answer had come. */
  readonly sentMs: number;
  readonly receivedMs: number;
}

export interface Skew {
  /** How far the site's clock is ahead of this computer's; negative: behind. */
  readonly skewMs: number;
  /** The true difference lies between `skewMs` - `errorMs` and `skewMs` + `errorMs`. */
  readonly errorMs: number;
}

/**
 * An answer that took longer says too little about the moment at which the
 * server read its clock.
 */
const MAX_ROUND_TRIP_MS = 10_000;

/**
 * A clock that is off by more than a day, ms, is not followed: whoever forges
 * an answer would otherwise get the codes of any day to come.
 */
const MAX_SKEW_MS = 86_400_000;

/**
 * Computes the difference between two clocks from one answer. The header's
 * seconds are cut off, so the server's clock was in [date, date + 1 s) at some
 * moment between sending and receiving. Gives undefined for a sample that makes
 * no sense, and for a difference of more than a day.
 */
export function findSkew({ serverDateMs, sentMs, receivedMs }: DateSample): Skew | undefined {
  const roundTripMs = receivedMs - sentMs;
  if (!Number.isFinite(serverDateMs) || !(roundTripMs >= 0 && roundTripMs <= MAX_ROUND_TRIP_MS)) {
    return undefined;
  }
  const leastMs = serverDateMs - receivedMs;
  const mostMs = serverDateMs + 1000 - sentMs;
  const skewMs = Math.round((leastMs + mostMs) / 2);
  const errorMs = Math.ceil((mostMs - leastMs) / 2);
  return Math.abs(skewMs) - errorMs > MAX_SKEW_MS ? undefined : { skewMs, errorMs };
}

/** A difference of less than this, ms, refuses no code. */
export const WORTH_TELLING_MS = 3_000;

/**
 * Whether the user should hear of the difference: it is larger than its own
 * error, and so large that a server that accepts no neighbouring step would
 * refuse codes near the end of theirs.
 */
export function isWorthTelling({ skewMs, errorMs }: Skew): boolean {
  return Math.abs(skewMs) - errorMs >= WORTH_TELLING_MS;
}
