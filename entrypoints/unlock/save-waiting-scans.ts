import { ask } from '../../lib/protocol/client.ts';
import type { ScanView } from '../../lib/protocol/views.ts';

/**
 * Saves the scans that the user said to save before there was an open vault. One
 * about which the user must be asked something is given back instead.
 */
export async function saveWaitingScans(): Promise<ScanView | undefined> {
  for (;;) {
    const { scan } = await ask('waitingScan', {});
    if (!scan || scan.duplicate !== 'none') return scan;
    const { scanId, issuer, label } = scan;
    await ask('saveScan', { scanId, issuer, label });
  }
}
