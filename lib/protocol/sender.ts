import type { MessageSender } from '../browser/messages.ts';

/** A content script of ours in one document of one tab. */
export interface PageSender {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  /** Exact origin of the document, "null" for sandboxed ones. */
  readonly origin: string;
  /** Origin of the tab's top document, as far as we may see it. */
  readonly topOrigin: string;
  /** The document's address, of which only the path is used, and only hashed. */
  readonly url: string;
}

/** One of our own pages: our id, and a URL under our own root (a prefix: `URL.origin` is "null" for extension schemes). */
export function isOwnPage(sender: MessageSender, ownId: string, ownRoot: string): boolean {
  return sender.id === ownId && sender.url !== undefined && sender.url.startsWith(ownRoot);
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
}

/**
 * A content script's sender, or undefined when the message comes from anywhere
 * else, or from a document the user cannot see (prerendered, in the bfcache).
 */
export function findPageSender(
  sender: MessageSender,
  ownId: string,
  ownRoot: string,
): PageSender | undefined {
  const { tab, frameId, documentId } = sender;
  if (sender.id !== ownId || tab?.id === undefined || frameId === undefined) return undefined;
  if (isOwnPage(sender, ownId, ownRoot)) return undefined;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') {
    return undefined;
  }
  // Chromium's `origin` is "null" in sandboxed frames while `url` still names the site (measured).
  const origin = sender.origin ?? originOf(sender.url);
  return {
    tabId: tab.id,
    frameId,
    ...(documentId === undefined ? {} : { documentId }),
    origin,
    // A document that is leaving says so when Firefox has no address of its tab any more.
    topOrigin: frameId === 0 ? origin : originOf(tab.url),
    url: sender.url ?? '',
  };
}
