/** What our own pages do with a scan that the user has reviewed. */
import { errorCodeOf } from '../errors.ts';
import { ask } from './client.ts';
import type { OwnRequests } from './own-messages.ts';
import type { ScanResult, ScanView } from './views.ts';

type SaveScan = OwnRequests['saveScan'];

/**
 * Saves a scan. Without an open vault the unlock window opens, where the save
 * goes on by itself: then undefined. Throws AppError.
 */
export async function saveScan(
  { scanId }: ScanView,
  save: Omit<Parameters<SaveScan>[0], 'scanId'>,
): Promise<ReturnType<SaveScan> | undefined> {
  try {
    return await ask('saveScan', { scanId, ...save });
  } catch (thrown) {
    const code = errorCodeOf(thrown);
    if (code !== 'vault-absent' && code !== 'vault-locked') throw thrown;
    await ask('unlockOpen', {});
    return undefined;
  }
}

/** Forgets a scan. One that has expired meanwhile is forgotten already. */
export function discardScan({ scanId }: ScanView): void {
  void ask('discardScan', { scanId }).catch(() => {});
}

/** The import page with the list of the exports that were scanned. */
export const EXPORT_LIST = '/import.html#scanned';

/** Whether exports were found of which no code is missing, and nothing else: their list needs no question. */
export function areWholeExports(results: readonly ScanResult[]): boolean {
  return (
    results.length > 0 &&
    results.every(({ kind, missing }) => kind === 'migration' && missing === undefined)
  );
}

/** Forgets the exports that were scanned. */
export function forgetExports(): void {
  void ask('forgetExports', {}).catch(() => {});
}
