import type { ScanResult } from '../../lib/protocol/views.ts';

/**
 * Merges the results of several scans into one list, with each account once: what
 * the later scan says of an export or of an account replaces what the earlier said.
 */
export function mergeScanResults(
  before: readonly ScanResult[],
  after: readonly ScanResult[],
): readonly ScanResult[] {
  const exportIds = new Set(after.map(({ exportId }) => exportId));
  const scanIds = new Set(after.map(({ review }) => review?.scanId));
  const isReplaced = ({ exportId, review }: ScanResult): boolean =>
    (exportId !== undefined && exportIds.has(exportId)) ||
    (review !== undefined && scanIds.has(review.scanId));
  return [...before.filter((result) => !isReplaced(result)), ...after];
}

/** The results that stay on the list when another scan follows: accounts to review, and incomplete exports. */
export function unfinishedResults(results: readonly ScanResult[]): readonly ScanResult[] {
  return results.filter(({ review, missing }) => review !== undefined || missing !== undefined);
}
