/** Walking a page's elements across the borders of shadow roots. */

import { ownMembers } from './own-members.ts';

declare const chrome:
  | { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }
  | undefined;
declare global {
  interface Element {
    /** Firefox content scripts only. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

/**
 * The element's shadow root, closed ones included: chrome.dom in Chromium,
 * openOrClosedShadowRoot in Firefox, both for content scripts only.
 */
export function shadowOf(element: Element): ShadowRoot | undefined {
  // The DOM standard lets no form have a shadow root.
  if (element instanceof HTMLFormElement) return undefined;
  if (element.shadowRoot) return element.shadowRoot;
  // Each question costs microseconds, so only custom elements are asked, and empty ones: a shadow
  // root beside light content without a slot would show nothing of it.
  if (!element.localName.includes('-') && (element.firstChild || !HOSTS.test(element.localName)))
    return undefined;
  try {
    // Firefox has chrome, too, but no chrome.dom.
    const { dom } = typeof chrome === 'object' ? chrome : {};
    if (dom && element instanceof HTMLElement)
      return dom.openOrClosedShadowRoot(element) ?? undefined;
  } catch {
    // After an update of the extension this script is an orphan, and an error of it would show in
    // the page's console.
    return undefined;
  }
  return element.openOrClosedShadowRoot ?? undefined;
}

/** The elements the DOM standard lets a page attach a shadow root to. */
const HOSTS = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Elements of most pages that can have no shadow root: the browser passes over them faster than a script does. */
const NO_HOST =
  ':not(form,a,b,i,em,strong,small,label,input,button,select,option,textarea,ul,ol,li,dl,dt,dd,table,thead,tbody,tr,td,th,img,svg,path,g,br,script,style,link,meta)';

/** `root` and every shadow root under it. */
export function rootsUnder(root: Document | ShadowRoot | Element): readonly ParentNode[] {
  const roots: ParentNode[] = [root];
  for (const each of roots) {
    for (const element of ownMembers(each).querySelectorAll(NO_HOST)) {
      const shadow = shadowOf(element);
      if (shadow) roots.push(shadow);
    }
  }
  return roots;
}

/** The parent across a shadow border; undefined at the top. */
export function parentOf(element: Element): Element | undefined {
  const own = ownMembers(element);
  if (own.assignedSlot) return own.assignedSlot;
  if (own.parentElement) return own.parentElement;
  const root = own.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The document and every shadow root round one of `elements`, closed ones included. */
export function rootsAround(elements: readonly Element[]): readonly Node[] {
  const roots = new Set<Node>([document]);
  for (const element of elements) {
    let root = ownMembers(element).getRootNode();
    while (root instanceof ShadowRoot) {
      roots.add(root);
      root = root.host.getRootNode();
    }
  }
  return [...roots];
}

export function isDialog(element: Element): boolean {
  return ownMembers(element).matches(
    'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]',
  );
}
