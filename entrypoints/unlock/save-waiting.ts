import { ask } from '../../lib/protocol/client.ts';
import type { ScanView } from '../../lib/protocol/views.ts';

/**
 * The account the popup said 'save' to before there was an open vault: saved by
 * itself, unless there is something to ask; then it is given back.
 */
export async function saveWaiting(): Promise<ScanView | undefined> {
  const { findings } = await ask('popupView', { limit: 1 });
  const review = findings.find((finding) => finding.review)?.review;
  if (!review || review.duplicate !== 'none') return review;
  const { scanId, issuer, label } = review;
  await ask('saveScan', { scanId, issuer, label });
  return undefined;
}
