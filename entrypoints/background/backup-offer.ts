import { openOwnTab } from '../../lib/browser/lifecycle.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { AppError } from '../../lib/errors.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';
import { getSiteOf, isSameDocument } from './sender-site.ts';

const KEY = 'backup-offer';
/** ms for which the card's button works; the card itself is gone long before. */
const OFFER_MS = 60_000;

type Offer = Pick<PageSender, 'tabId' | 'frameId' | 'documentId'> & { readonly atMs: number };

function isOffer(value: unknown): value is Offer {
  return typeof value === 'object' && value !== null && 'tabId' in value && 'atMs' in value;
}

/** To be called after an enrolment of this document was confirmed: its card may then open our backup page, once. */
export async function offerBackup(core: Core, from: PageSender): Promise<void> {
  const { tabId, frameId, documentId } = from;
  const document = documentId === undefined ? { tabId, frameId } : { tabId, frameId, documentId };
  await sessionMemory.set(KEY, { ...document, atMs: core.nowMs() });
}

/**
 * [Note: Why a page may open a backup page only once] The message comes from a
 * process that the page may have taken over. Without this limit it could open
 * tabs of ours without end. Nothing is saved before a press in our own page.
 */
export function backupOffer(core: Core): Pick<PageHandlers, 'scanBackUp'> {
  // The queue lets the first of many messages take the offer before the next one reads it.
  const queue = new Queue();
  return {
    scanBackUp: (_ask, from) =>
      queue.run(async () => {
        await getSiteOf(core.sites, from);
        const offer = await sessionMemory.get(KEY);
        const isOpen =
          isOffer(offer) &&
          isSameDocument(offer, from) &&
          Math.abs(core.nowMs() - offer.atMs) < OFFER_MS;
        if (!isOpen) throw new AppError('scan-gone');
        await sessionMemory.remove(KEY);
        await openOwnTab('/options.html#backup');
      }),
  };
}
