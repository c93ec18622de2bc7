import { AppError } from '../../lib/errors.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import { findSite } from '../../lib/sites/index.ts';
import type { Site } from '../../lib/sites/site.ts';

/**
 * The site a page script stands on. Throws 'site-unknown' when its origin is
 * not exactly one of ours, or when the tab's top document is not of the same
 * site: a prompt framed by a foreign page gets nothing.
 */
export function getSiteOf(from: PageSender): Site {
  const site = findSite(from.origin);
  if (!site || findSite(from.topOrigin)?.id !== site.id) throw new AppError('site-unknown');
  return site;
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
