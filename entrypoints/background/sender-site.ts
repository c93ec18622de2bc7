import type { PageTarget } from '../../lib/browser/tabs.ts';
import { AppError } from '../../lib/errors.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { SiteBook } from '../../lib/policy/site-book.ts';
import type { Site } from '../../lib/sites/site.ts';

/**
 * The site of the document that sent a request. Throws 'site-unknown' when its
 * origin is not exactly one of a known site, or when the tab's top document
 * belongs to another site: a prompt framed by a foreign page gets nothing.
 */
export async function getSiteOf(book: SiteBook, from: PageSender): Promise<Site> {
  const site = await book.find(from.origin);
  const top = from.topOrigin === from.origin ? site : await book.find(from.topOrigin);
  if (!site || top?.id !== site.id) throw new AppError('site-unknown');
  return site;
}

/** The document itself, without what is known of it. */
export function targetOf({ tabId, frameId, documentId }: PageSender): PageTarget {
  return { tabId, frameId, ...(documentId === undefined ? {} : { documentId }) };
}

/** True when both are the same document of the same tab. */
export function isSameDocument(
  one: Pick<PageSender, 'tabId' | 'frameId' | 'documentId'>,
  other: Pick<PageSender, 'tabId' | 'frameId' | 'documentId'>,
): boolean {
  return (
    one.tabId === other.tabId &&
    one.frameId === other.frameId &&
    one.documentId === other.documentId
  );
}
