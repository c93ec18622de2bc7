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

/** The latch bolt of our icon, drawn here because the address of a picture would show the page our id. */
export function createLogo(): SVGSVGElement {
  const page = ownMembers(document);
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = page.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M2 5h8v6H2zM10 8h4M12.5 3v10');
  svg.append(path);
  return svg;
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
