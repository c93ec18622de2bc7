/** When the page's own server looked at its clock, and ours around it: Unix time, ms. */
export interface ClockSample {
  readonly serverDateMs: number;
  readonly sentMs: number;
  readonly receivedMs: number;
}

/**
 * Asks the page's own server for its Date header: a HEAD of its root, without
 * cookies, as any visitor's browser sends. The one request we ever cause, and
 * only after the page refused a code. Undefined when there is no answer.
 */
export async function findClockSample(nowMs: () => number): Promise<ClockSample | undefined> {
  const sentMs = nowMs();
  try {
    const answer = await fetch(new URL('/', location.href), {
      method: 'HEAD',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    const serverDateMs = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(serverDateMs) ? undefined : { serverDateMs, sentMs, receivedMs: nowMs() };
  } catch {
    return undefined;
  }
}
