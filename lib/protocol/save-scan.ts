/** What our own pages do with a scan that the user has reviewed. */
import { errorCodeOf } from '../errors.ts';
import { ask } from './client.ts';
import type { OwnRequests } from './own-messages.ts';
import type { ScanView } from './views.ts';

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
