/** ms by which a code is asked for after its time has come: timers may be early. */
const LATE_MS = 50;

/** Calls back once `atMs` has passed; both times are Unix time, ms. */
export function callAt(
  atMs: number,
  nowMs: number,
  call: () => void,
): ReturnType<typeof setTimeout> {
  return setTimeout(call, Math.max(0, atMs - nowMs) + LATE_MS);
}
