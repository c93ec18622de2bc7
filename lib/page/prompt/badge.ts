import { inputsOf, shownOf, type CodeField } from '../field/code-field.ts';
import { watchKeys } from './badge-keys.ts';
import { trackPosition } from '../visibility/track-position.ts';
import { boxAround, placeBy } from './badge-place.ts';
import { CHIP_STYLE } from './badge-style.ts';
import { findPlaceInTab, type FieldPlace } from '../dom/position-in-tab.ts';
import { watchVisibility } from '../visibility/prove.ts';

/** What the chip at the field says. */
export type ChipView =
  | { readonly kind: 'filled' }
  /** The next code comes at `untilMs`, Unix time. */
  | { readonly kind: 'waiting'; readonly untilMs: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'refused' }
  /** The page did not take the code: shown to be typed or copied. */
  | { readonly kind: 'to-copy'; readonly digits: string };

export interface ChipWords {
  readonly filled: string;
  readonly waiting: string;
  readonly seconds: (seconds: number) => string;
  readonly locked: string;
  readonly choose: string;
  readonly refused: string;
  readonly copy: (digits: string) => string;
}

/** What a press of the chip's button does. */
export interface ChipActs {
  /** Opens our own window, by the field where its place is known. */
  readonly open: (at: FieldPlace | undefined) => void;
  /** The digits went to the clipboard. */
  readonly copied: () => void;
}

export interface Chip {
  show(field: CodeField, view: ChipView): void;
  hide(): void;
}

/** A latch, drawn: no picture is fetched from anywhere. */
const LATCH = 'M5 7V5a3 3 0 0 1 6 0v2m-7 0h8v6H4z';

function latch(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of [
    ['d', LATCH],
    ['fill', 'none'],
    ['stroke', 'currentColor'],
    ['stroke-width', '1.6'],
    ['stroke-linejoin', 'round'],
  ] as const)
    path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

function still(host: HTMLElement, text: string, name: string): HTMLElement {
  host.dataset['still'] = '';
  const body = document.createElement('div');
  body.className = name;
  body.role = 'status';
  const label = document.createElement('span');
  label.textContent = text;
  body.append(latch(), label);
  return body;
}

/**
 * The small mark at a code field: what was done, or the one button that goes
 * on. Lives in the top layer, so that it moves nothing; a click counts only
 * when the browser says that the user made it and saw what he clicked.
 */
export function createChip(
  words: ChipWords,
  nowMs: () => number,
  acts: ChipActs,
  signal: AbortSignal,
): Chip {
  let shown: AbortController | undefined;

  function hide(): void {
    shown?.abort();
    shown = undefined;
  }

  function show(field: CodeField, view: ChipView): void {
    hide();
    const inputs = inputsOf(field);
    const [first] = inputs;
    if (signal.aborted || !first?.isConnected) return;
    const life = new AbortController();
    shown = life;

    const host = document.createElement('div');
    host.popover = 'manual';
    const shadow = host.attachShadow({ mode: 'closed' });
    const style = document.createElement('style');
    style.textContent = CHIP_STYLE;
    shadow.append(style);
    // Outside an open modal dialog nothing can be clicked.
    (first.closest('dialog:modal') ?? document.documentElement).append(host);
    host.showPopover();
    // Only now: a button that is watched before it shows would count as covered.
    shadow.append(bodyOf(view, host, field, life.signal));

    const place = (): void => {
      const isThere = inputs.every((input) => input.isConnected && input.checkVisibility());
      if (!isThere || !host.isConnected) return hide();
      const { direction } = getComputedStyle(first);
      host.dir = direction;
      // Without the scroll bar, which the window's own width counts in.
      const room = { width: document.documentElement.clientWidth, height: innerHeight };
      const size = host.getBoundingClientRect();
      const at = placeBy(boxAround(shownOf(field)), size, room, direction);
      const [rule] = style.sheet?.cssRules ?? [];
      if (!(rule instanceof CSSStyleRule)) return;
      // Held at its end, so that it shrinks towards the field's end.
      const isRtl = direction === 'rtl';
      const endPx = Math.round(isRtl ? at.left : room.width - at.left - size.width);
      rule.style.setProperty('left', isRtl ? `${endPx}px` : 'auto', 'important');
      rule.style.setProperty('right', isRtl ? 'auto' : `${endPx}px`, 'important');
      rule.style.setProperty('top', `${Math.round(at.top)}px`, 'important');
    };
    place();
    trackPosition(first, place, life.signal);
    life.signal.addEventListener('abort', () => host.remove());
  }

  function bodyOf(
    view: ChipView,
    host: HTMLElement,
    field: CodeField,
    life: AbortSignal,
  ): HTMLElement {
    const pressable = (text: string, act: () => void): HTMLElement => {
      const body = button(host, text, act, act === open ? 'opens' : 'gives', life);
      watchKeys(inputsOf(field), host, body, life);
      return body;
    };
    const open = (): void => acts.open(findPlaceInTab(boxAround(shownOf(field))));
    switch (view.kind) {
      case 'filled':
        return still(host, words.filled, 'filled');
      case 'refused':
        return still(host, words.refused, 'refused');
      case 'waiting':
        return waiting(host, view.untilMs, life);
      case 'locked':
        return pressable(words.locked, open);
      case 'choose':
        return pressable(words.choose, open);
      case 'to-copy':
        return pressable(words.copy(view.digits), () => copy(view.digits, acts.copied));
    }
    return view satisfies never;
  }

  function waiting(host: HTMLElement, untilMs: number, life: AbortSignal): HTMLElement {
    const body = still(host, words.waiting, 'waiting');
    const label = body.querySelector('span');
    const tick = (): void => {
      const seconds = Math.max(0, Math.ceil((untilMs - nowMs()) / 1000));
      if (label) label.textContent = words.seconds(seconds);
    };
    // Screen readers hear once that a code is awaited, not every second.
    body.role = 'img';
    body.ariaLabel = words.waiting;
    tick();
    const timer = setInterval(tick, 250);
    life.addEventListener('abort', () => clearInterval(timer));
    return body;
  }

  signal.addEventListener('abort', hide);
  return { show, hide };
}

/**
 * Opening our own window shows nothing and gives nothing to the page: where the
 * browser cannot tell whether the button was seen, that is all a press does.
 */
function button(
  host: HTMLElement,
  text: string,
  act: () => void,
  effect: 'opens' | 'gives',
  life: AbortSignal,
): HTMLButtonElement {
  const body = document.createElement('button');
  body.type = 'button';
  const label = document.createElement('span');
  label.textContent = text;
  const key = document.createElement('kbd');
  key.textContent = '↓';
  key.ariaHidden = 'true';
  body.ariaKeyShortcuts = 'ArrowDown';
  body.append(latch(), label, key);
  const sight = watchVisibility(host, life);
  const onClick = async (event: Event): Promise<void> => {
    const seen = await sight.prove(event);
    if (life.aborted) return;
    if (seen === 'seen' || (seen === 'unknown' && effect === 'opens' && event.isTrusted)) act();
  };
  body.addEventListener('click', (event) => void onClick(event), { signal: life });
  return body;
}

/** The digits are on screen as well: where copying is forbidden, they can be typed. */
function copy(digits: string, then: () => void): void {
  navigator.clipboard?.writeText(digits).then(then, () => undefined);
}
