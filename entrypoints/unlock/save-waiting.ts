import { ask } from '../../lib/protocol/client.ts';
import type { ReviewView } from '../../lib/protocol/views.ts';

/**
 * The account the popup said 'save' to before there was an open vault: saved by
 * itself, unless there is something to ask; then it is given back.
 */
export async function saveWaiting(): Promise<ReviewView | undefined> {
  const { findings } = await ask('popupView', { limit: 1 });
  const review = findings.find((finding) => finding.review)?.review;
  if (!review || review.duplicate !== 'none') return review;
  const { captureId, issuer, label } = review;
  await ask('reviewSave', { captureId, issuer, label });
  return undefined;
}
