import type { ScanResult } from '../../lib/protocol/views.ts';

/**
 * One list of what several scans found: what a later one says of an export or
 * of an account holds, and each account stands there once.
 */
export function mergeFindings(
  before: readonly ScanResult[],
  after: readonly ScanResult[],
): readonly ScanResult[] {
  const exportIds = new Set(after.map(({ exportId }) => exportId));
  const scanIds = new Set(after.map(({ review }) => review?.scanId));
  const isTold = ({ exportId, review }: ScanResult): boolean =>
    (exportId !== undefined && exportIds.has(exportId)) ||
    (review !== undefined && scanIds.has(review.scanId));
  return [...before.filter((finding) => !isTold(finding)), ...after];
}

/** What a further scan does not need to say again: accounts to review, and what is missing of an export. */
export function stillOpen(findings: readonly ScanResult[]): readonly ScanResult[] {
  return findings.filter(({ review, missing }) => review !== undefined || missing !== undefined);
}
