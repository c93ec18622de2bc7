/** The list of what was read from one picture after another. */
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';

/** The accounts that a result can become: none, one, or the two between which the user chooses. */
export function scansOf({ scan, either }: ScanResult): readonly ScanView[] {
  if (either) return [either.steam, either.totp];
  return scan ? [scan] : [];
}

/** Whether the user reviews `scan` of this result. */
export function isOf(result: ScanResult, { scanId }: ScanView): boolean {
  return scansOf(result).some((scan) => scan.scanId === scanId);
}

/** What else the code of `scan` may be; nothing where it says itself what it is. */
export function alternativesTo(
  results: readonly ScanResult[],
  scan: ScanView,
): readonly ScanView[] {
  const choices = results.filter((result) => isOf(result, scan)).flatMap(scansOf);
  return choices.filter(({ scanId }) => scanId !== scan.scanId);
}

/**
 * Merges the results of several scans into one list, with each account once: what
 * the later scan says of an export or of an account replaces what the earlier said.
 */
export function mergeScanResults(
  before: readonly ScanResult[],
  after: readonly ScanResult[],
): readonly ScanResult[] {
  const exportIds = new Set(after.map(({ exportId }) => exportId));
  const isReplaced = (result: ScanResult): boolean =>
    (result.exportId !== undefined && exportIds.has(result.exportId)) ||
    after.some((later) => scansOf(later).some((scan) => isOf(result, scan)));
  return [...before.filter((result) => !isReplaced(result)), ...after];
}

/** Whether a camera goes on: codes of an export are missing, and nothing else was found. */
export function areIncompleteExports(results: readonly ScanResult[]): boolean {
  return results.length > 0 && results.every(({ missing }) => missing !== undefined);
}

/** The results that stay on the list when another scan follows: accounts to review, and exports to list. */
export function unfinishedResults(results: readonly ScanResult[]): readonly ScanResult[] {
  return results.filter((result) => scansOf(result).length > 0 || result.kind === 'migration');
}

/** The list when another scan follows. */
export function addScanResults(
  before: readonly ScanResult[],
  found: readonly ScanResult[],
): readonly ScanResult[] {
  return mergeScanResults(unfinishedResults(before), found);
}
