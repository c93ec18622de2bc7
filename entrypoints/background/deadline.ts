/** Says from when on a work has taken longer than `ms`; for the core, which has no clock. */
export function deadlineIn(ms: number): () => boolean {
  const endMs = performance.now() + ms;
  return () => performance.now() > endMs;
}
