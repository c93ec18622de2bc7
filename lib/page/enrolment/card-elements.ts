import { ownMembers } from '../dom/own-members.ts';

/** A new element of the card. What the page's QR says is only ever text, never markup. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = ownMembers(document).createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

export function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox bug 1751346: a content script may not adopt sheets there.
    root.append(createElement('style', '', css));
  }
}

/** Digits in two groups, as they are easier to type. */
export function groupDigits(digits: string): string {
  const half = Math.ceil(digits.length / 2);
  return `${digits.slice(0, half)} ${digits.slice(half)}`;
}
