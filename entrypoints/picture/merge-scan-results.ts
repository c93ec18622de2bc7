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
  const scanIds = new Set(after.map(({ scan }) => scan?.scanId));
  const isReplaced = ({ exportId, scan }: ScanResult): boolean =>
    (exportId !== undefined && exportIds.has(exportId)) ||
    (scan !== undefined && scanIds.has(scan.scanId));
  return [...before.filter((result) => !isReplaced(result)), ...after];
}

/** The results that stay on the list when another scan follows: accounts to review, and incomplete exports. */
export function unfinishedResults(results: readonly ScanResult[]): readonly ScanResult[] {
  return results.filter(({ scan, missing }) => scan !== undefined || missing !== undefined);
}
