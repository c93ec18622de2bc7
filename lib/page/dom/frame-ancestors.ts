import { findSite } from '../../sites/index.ts';

/** What is read of a window. The browser sets these members, and a page cannot change them. */
interface Chained {
  readonly location: { readonly origin: string; readonly ancestorOrigins?: ArrayLike<string> };
  readonly top: unknown;
  readonly parent: unknown;
}

/**
 * Whether every frame around this document is of its own site: a prompt under
 * a foreign page gets nothing, however deep. Firefox knows no ancestorOrigins;
 * there a document more than one level deep is left alone, because only the
 * top's origin is checked by the background.
 */
export function siteOfAncestors(window: Chained): 'own-site' | 'foreign' {
  const { origin, ancestorOrigins } = window.location;
  if (ancestorOrigins === undefined) {
    return window.parent === window.top ? 'own-site' : 'foreign';
  }
  const siteId = findSite(origin)?.id;
  const own = (ancestor: string): boolean =>
    ancestor === origin || (siteId !== undefined && findSite(ancestor)?.id === siteId);
  return Array.from(ancestorOrigins).every(own) ? 'own-site' : 'foreign';
}
