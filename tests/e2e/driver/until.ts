/** How long to wait for what should come at once: long, because a busy machine is no defect. */
export const WAIT_MS = 30_000;

/** ms between two looks: of what comes soon often, of what takes long less, since a look costs time, too. */
const PACE = { least: 50, most: 250, shareOfWait: 1 / 8 };

/**
 * Asks `look` again and again until it gives something; throws a sentence that
 * names what did not come.
 */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
  timeoutMs = WAIT_MS,
): Promise<Value> {
  const startMs = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    const waitedMs = performance.now() - startMs;
    if (waitedMs > timeoutMs) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    const paceMs = Math.min(PACE.most, Math.max(PACE.least, waitedMs * PACE.shareOfWait));
    await new Promise((resolve) => setTimeout(resolve, paceMs));
  }
}
