import { ask } from '../../lib/protocol/client.ts';
import type { ScanView } from '../../lib/protocol/views.ts';

/**
 * Saves the scan that the user wanted to save before there was an open vault. A
 * scan about which the user must be asked something is given back instead.
 */
export async function saveWaitingScan(): Promise<ScanView | undefined> {
  const { scanResults } = await ask('popupView', { limit: 1 });
  const scan = scanResults.find((result) => result.scan)?.scan;
  if (!scan || scan.duplicate !== 'none') return scan;
  const { scanId, issuer, label } = scan;
  await ask('saveScan', { scanId, issuer, label });
  return undefined;
}
