import type { Capture } from './capture.ts';
import type { Rows } from './session-table.ts';

/** A parked QR text dies after this time, whatever happens. */
const CAPTURE_MS = 2 * 60_000;

/**
 * While the user is in our own window, choosing a passphrase on his first day,
 * it waits for him: closing that window is the cancel that kills it.
 */
const PENDING_CAPTURE_MS = 10 * 60_000;

/** These hold no secret; they wait for the page's verdict as long as a person may take. */
const SECRETLESS_CAPTURE_MS = 30 * 60_000;

const LIVES_MS: Readonly<Record<Capture['state'], number>> = {
  offered: CAPTURE_MS,
  pending: PENDING_CAPTURE_MS,
  saved: SECRETLESS_CAPTURE_MS,
  expired: SECRETLESS_CAPTURE_MS,
};

/** Whether it still holds the text that can be saved. */
export function isParked({ state }: Capture): boolean {
  return state === 'offered' || state === 'pending';
}

/** Unix time, ms, at which the next text has to die; undefined while there is none. */
export function nextExpiryMs(captures: Iterable<Capture>): number | undefined {
  const ends = Array.from(captures)
    .filter(isParked)
    .map(({ state, atMs }) => atMs + LIVES_MS[state] + 1);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** What is left when a text dies: where it was shown. Nothing, where no page can show it again. */
function afterExpiry(capture: Capture): Capture | undefined {
  return capture.from ? { ...capture, uri: '', state: 'expired' } : undefined;
}

export function isAliveCapture(capture: Capture, nowMs: number): boolean {
  const lifeMs = LIVES_MS[capture.state];
  return capture.atMs <= nowMs && nowMs - capture.atMs <= lifeMs;
}

/** The rows, with the text of each that is `over` dead. */
export function expire(rows: Rows<Capture>, isOver: (capture: Capture) => boolean): Rows<Capture> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([captureId, capture]) => {
      const left = isOver(capture) ? afterExpiry(capture) : capture;
      return left ? [[captureId, left]] : [];
    }),
  );
}

/** The rows as they are at `nowMs`: texts whose time is over are gone. */
export function afterTime(rows: Rows<Capture>, nowMs: number): Rows<Capture> {
  const left = expire(rows, (capture) => isParked(capture) && !isAliveCapture(capture, nowMs));
  return Object.fromEntries(
    Object.entries(left).filter(([, capture]) => isAliveCapture(capture, nowMs)),
  );
}
