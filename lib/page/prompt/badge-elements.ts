/** The elements of the badge; no picture is fetched from anywhere. */
import { createMark } from '../dom/mark.ts';
import { ownMembers } from '../dom/own-members.ts';

const WARNING = 'M8 2 15 14H1zM8 6v4m0 1.5v1';

function createWarningGlyph(): SVGSVGElement {
  const svg = ownMembers(document).createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = ownMembers(document).createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of [
    ['d', WARNING],
    ['fill', 'none'],
    ['stroke', 'currentColor'],
    ['stroke-width', '1.6'],
    ['stroke-linejoin', 'round'],
  ] as const)
    path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

export type Tone = 'plain' | 'warning';

function addContent(body: HTMLElement, text: string, tone: Tone): HTMLSpanElement {
  const label = ownMembers(document).createElement('span');
  label.textContent = text;
  if (tone === 'warning') body.classList.add('warning');
  body.append(tone === 'warning' ? createWarningGlyph() : createMark(), label);
  return label;
}

/** Something said, which nobody can press. */
export function createNote(text: string, tone: Tone): HTMLElement {
  const body = ownMembers(document).createElement('div');
  body.role = 'status';
  addContent(body, text, tone);
  return body;
}

/** A note whose text changes every second; a screen reader says `name` once instead. */
export function createCountdown(
  name: string,
  tone: Tone,
): { readonly body: HTMLElement; readonly label: HTMLElement } {
  const body = ownMembers(document).createElement('div');
  body.role = 'img';
  body.ariaLabel = name;
  return { body, label: addContent(body, name, tone) };
}

/** `keyHint` says which key presses it from the field. */
export function createButton(text: string, tone: Tone, keyHint: string): HTMLButtonElement {
  const body = ownMembers(document).createElement('button');
  body.type = 'button';
  addContent(body, text, tone);
  body.title = keyHint;
  body.ariaKeyShortcuts = 'ArrowDown';
  return body;
}
