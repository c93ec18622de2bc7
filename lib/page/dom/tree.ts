/** Walking a page's elements across the borders of shadow roots. */

declare const chrome:
  | { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }
  | undefined;
declare global {
  interface Element {
    /** Firefox content scripts only. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/** The element's shadow root, closed ones included where the browser lets an extension see them. */
export function shadowOf(element: Element): ShadowRoot | undefined {
  if (element.shadowRoot) return element.shadowRoot;
  // Asking costs microseconds each: only elements of the page's own, and empty ones, whose light content would not show.
  if (!element.localName.includes('-') && (element.firstChild || !HOSTS.test(element.localName)))
    return undefined;
  try {
    if (typeof chrome === 'object' && chrome.dom && element instanceof HTMLElement)
      return chrome.dom.openOrClosedShadowRoot(element) ?? undefined;
  } catch {
    // Orphaned by an update: the page's console must not tell of it.
    return undefined;
  }
  return element.openOrClosedShadowRoot ?? undefined;
}

/** The elements the DOM standard lets a page attach a shadow root to. */
const HOSTS = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** `root` and every shadow root under it. */
export function rootsUnder(root: Document | ShadowRoot | Element): readonly ParentNode[] {
  const roots: ParentNode[] = [root];
  for (const each of roots) {
    for (const element of each.querySelectorAll('*')) {
      const shadow = shadowOf(element);
      if (shadow) roots.push(shadow);
    }
  }
  return roots;
}

/** The parent across a shadow border; undefined at the top. */
export function parentOf(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

export function isDialog(element: Element): boolean {
  return element.matches('dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]');
}
