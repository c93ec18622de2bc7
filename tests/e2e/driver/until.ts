/** How long to wait for what should come at once: long, because a busy machine is no defect. */
export const WAIT_MS = 30_000;

/**
 * Asks `look` again and again until it gives something, at most once per
 * 50 ms; throws a sentence that names what did not come.
 */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
  timeoutMs = WAIT_MS,
): Promise<Value> {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > endMs) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
