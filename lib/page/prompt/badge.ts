import type { FieldPlace } from '../../policy/window-place.ts';
import { markAsOurs } from '../dom/leftovers.ts';
import { ownMembers } from '../dom/own-members.ts';
import { inputsOf, shownOf, type CodeField } from '../field/code-field.ts';
import { Dwell } from '../visibility/dwell.ts';
import { VisibilityWatcher } from '../visibility/prove.ts';
import { canProveVisibility } from '../visibility/sample.ts';
import { trackPosition } from '../visibility/track-position.ts';
import { createButton, createCountdown, createNote, type Tone } from './badge-elements.ts';
import { watchKeys } from './badge-keys.ts';
import { boxesRound } from './badge-neighbours.ts';
import { boxAround, freeSide, placeOn, type Side } from './badge-place.ts';
import { BADGE_STYLE } from './badge-style.ts';
import {
  badgeContent,
  isWarning,
  type BadgeContent,
  type BadgePress,
  type BadgeView,
  type BadgeWords,
} from './badge-view.ts';
import { findPlaceInTab } from './position-in-tab.ts';

const TICK_MS = 250;

/** What the presses of the badge's button do. */
export interface BadgeActions {
  /** Opens our own window, by the field where its place is known. */
  readonly open: (at: FieldPlace | undefined) => void;
  readonly fill: (press: 'fill' | 'use-site-clock') => void;
  /** The digits went to the clipboard. */
  readonly copied: (digits: string) => void;
}

export interface BadgeParts {
  readonly words: BadgeWords;
  readonly actions: BadgeActions;
  /** Unix time, ms. */
  readonly nowMs: () => number;
}

/**
 * The small mark at a code field: what was done, or the one button that goes
 * on. It lives in the top layer, so that it moves nothing; a press counts only
 * when the browser says that the user made it and saw what he pressed.
 */
export class Badge {
  readonly #parts: BadgeParts;
  readonly #signal: AbortSignal;
  #shown: AbortController | undefined;

  constructor(parts: BadgeParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.hide());
  }

  hide(): void {
    this.#shown?.abort();
    this.#shown = undefined;
  }

  show(field: CodeField, view: BadgeView): void {
    this.hide();
    const [first] = inputsOf(field);
    if (this.#signal.aborted || !first?.isConnected) return;
    const ending = new AbortController();
    this.#shown = ending;
    const { signal } = ending;
    const { host, shadow, rule } = createHost();
    // Outside of an open modal dialog everything is inert.
    (first.closest('dialog:modal') ?? ownMembers(document).documentElement).append(host);
    host.showPopover();
    // The button comes after the popover shows: watched earlier, it would count as covered.
    shadow.append(this.#bodyOf(view, host, field, signal));
    let side: Side | undefined;
    const place = (): void => {
      // Once for all: a badge that changes sides while the page moves would be in the way.
      if (host.isConnected && isShown(field)) side = placeHost({ host, rule, side }, field, first);
      else this.hide();
    };
    // Before it is placed: a field that is hidden by now ends it at once.
    signal.addEventListener('abort', () => host.remove());
    place();
    if (!signal.aborted) trackPosition(first, place, signal);
  }

  #bodyOf(view: BadgeView, host: HTMLElement, field: CodeField, signal: AbortSignal): HTMLElement {
    const presses = canProveVisibility() ? 'provable' : 'unprovable';
    const content = badgeContent(view, this.#parts.words, presses);
    const tone: Tone = isWarning(view) ? 'warning' : 'plain';
    if (content.kind !== 'button') host.dataset['note'] = '';
    if (content.kind === 'note') {
      const note = createNote(content.text, tone);
      note.classList.add(view.kind);
      return note;
    }
    if (content.kind === 'countdown') {
      const onEnd = (): void => {
        if (view.kind === 'refused') this.show(field, { kind: 'next' });
      };
      return this.#countdown(content, tone, onEnd, signal);
    }
    const button = createButton(content.text, tone, this.#parts.words.keyHint);
    // Only the pointer tells that a press would not count yet: in a frame without the focus none would, until it comes.
    const setReady = (): void => void button.classList.toggle('unready', !dwell.isOver());
    const dwell: Dwell = new Dwell(host, setReady, signal);
    const watcher = new VisibilityWatcher(host, signal, () => dwell.restart());
    dwell.restart();
    const onClick = async (event: Event): Promise<void> => {
      if (!dwell.isPressInTime(event)) return;
      const visibility = await watcher.prove(event);
      if (signal.aborted || visibility === 'covered' || visibility === 'early') return;
      // Where the browser cannot tell, a press only opens our own window, which gives the page nothing.
      const press = visibility === 'visible' ? content.press : 'open';
      if (visibility === 'visible' || event.isTrusted) this.#act(press, view, field);
    };
    button.addEventListener('click', (event) => void onClick(event), { signal });
    watchKeys(inputsOf(field), host, button, signal);
    return button;
  }

  #countdown(
    { untilMs, text, name }: Extract<BadgeContent, { readonly kind: 'countdown' }>,
    tone: Tone,
    onEnd: () => void,
    signal: AbortSignal,
  ): HTMLElement {
    const { body, label } = createCountdown(name, tone);
    const tick = (): void => {
      const leftMs = Math.max(0, untilMs - this.#parts.nowMs());
      label.textContent = text(Math.ceil(leftMs / 1000));
      if (leftMs === 0) onEnd();
    };
    label.textContent = text(Math.ceil(Math.max(0, untilMs - this.#parts.nowMs()) / 1000));
    const timer = setInterval(tick, TICK_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    return body;
  }

  #act(press: BadgePress, view: BadgeView, field: CodeField): void {
    const { actions } = this.#parts;
    if (press === 'open') actions.open(findPlaceInTab(boxAround(shownOf(field))));
    else if (press !== 'copy') actions.fill(press);
    // The digits are on screen as well: where copying is forbidden, they can be typed.
    else if (view.kind === 'to-copy') {
      const { digits } = view;
      navigator.clipboard?.writeText(digits).then(
        () => actions.copied(digits),
        () => undefined,
      );
    }
  }
}

interface Host {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** The rule of :host, which places it. */
  readonly rule: () => CSSStyleRule | undefined;
}

function createHost(): Host {
  const host = ownMembers(document).createElement('div');
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = ownMembers(document).createElement('style');
  style.textContent = BADGE_STYLE;
  markAsOurs(style);
  shadow.append(style);
  const rule = (): CSSStyleRule | undefined => {
    const [first] = style.sheet?.cssRules ?? [];
    return first instanceof CSSStyleRule ? first : undefined;
  };
  return { host, shadow, rule };
}

function isShown(field: CodeField): boolean {
  return inputsOf(field).every((input) => input.isConnected && input.checkVisibility());
}

interface Placing extends Pick<Host, 'host' | 'rule'> {
  /** Undefined at first. */
  readonly side: Side | undefined;
}

/** Puts the badge by its field, and gives the side on which it stands. */
function placeHost({ host, rule, side }: Placing, field: CodeField, first: HTMLElement): Side {
  const { direction } = getComputedStyle(first);
  host.dir = direction;
  // The window's own width would count the scroll bar in.
  const view = { width: ownMembers(document).documentElement.clientWidth, height: innerHeight };
  const size = host.getBoundingClientRect();
  const parts = shownOf(field);
  const around = { field: boxAround(parts), view, direction };
  const chosen = side ?? freeSide(size, around, boxesRound(first, parts));
  const at = placeOn(chosen, size, around);
  // Its end is held, so that it shrinks towards the field's end.
  const isRtl = direction === 'rtl';
  const endPx = Math.round(isRtl ? at.left : view.width - at.left - size.width);
  const { style } = rule() ?? {};
  style?.setProperty('left', isRtl ? `${endPx}px` : 'auto', 'important');
  style?.setProperty('right', isRtl ? 'auto' : `${endPx}px`, 'important');
  style?.setProperty('top', `${Math.round(at.top)}px`, 'important');
  return chosen;
}
