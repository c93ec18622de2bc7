/** One answer of a site's own server, as its page script measured it. Unix time, ms, except `serverDateMs`'s whole seconds. */
export interface DateSample {
  /** The Date header (RFC 9110 section 6.6.1). */
  readonly serverDateMs: number;
  /** This computer's clock when the request left and when its answer was there. */
  readonly sentMs: number;
  readonly receivedMs: number;
}

export interface Skew {
  /** How far the site's clock is ahead of this computer's; negative: behind. */
  readonly skewMs: number;
  /** The true value lies within ± this. */
  readonly errorMs: number;
}

/** A slower answer says too little about the moment the server looked at its clock. */
const MAX_ROUND_TRIP_MS = 10_000;

/**
 * The difference between two clocks from one answer. The header has whole
 * seconds, cut off: the server's clock was in [date, date + 1 s) at some moment
 * between sending and receiving. Undefined when the sample makes no sense.
 */
export function findSkew({ serverDateMs, sentMs, receivedMs }: DateSample): Skew | undefined {
  const roundTripMs = receivedMs - sentMs;
  if (!Number.isFinite(serverDateMs) || !(roundTripMs >= 0 && roundTripMs <= MAX_ROUND_TRIP_MS)) {
    return undefined;
  }
  const leastMs = serverDateMs - receivedMs;
  const mostMs = serverDateMs + 1000 - sentMs;
  return { skewMs: Math.round((leastMs + mostMs) / 2), errorMs: Math.ceil((mostMs - leastMs) / 2) };
}

/**
 * Whether the difference is worth a word: beyond its own error, and large
 * enough that codes near the end of their step are refused by a server that
 * accepts no neighbouring step.
 */
export function isWorthTelling({ skewMs, errorMs }: Skew): boolean {
  return Math.abs(skewMs) - errorMs >= 3_000;
}
