import type { ScanFinding } from '../../lib/protocol/views.ts';

/**
 * One list of what several scans found: what a later one says of an export or
 * of an account holds, and each account stands there once.
 */
export function mergeFindings(
  before: readonly ScanFinding[],
  after: readonly ScanFinding[],
): readonly ScanFinding[] {
  const exportIds = new Set(after.map(({ exportId }) => exportId));
  const captureIds = new Set(after.map(({ review }) => review?.captureId));
  const isTold = ({ exportId, review }: ScanFinding): boolean =>
    (exportId !== undefined && exportIds.has(exportId)) ||
    (review !== undefined && captureIds.has(review.captureId));
  return [...before.filter((finding) => !isTold(finding)), ...after];
}

/** What a further scan does not need to say again: accounts to review, and what is missing of an export. */
export function stillOpen(findings: readonly ScanFinding[]): readonly ScanFinding[] {
  return findings.filter(({ review, missing }) => review !== undefined || missing !== undefined);
}
