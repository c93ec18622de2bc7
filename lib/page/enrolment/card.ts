import { faceOf, type OfferAct, type OfferButton, type OfferView } from './card-view.ts';
import { OFFER_STYLE } from './card-style.ts';
import type { OfferWords } from './card-words.ts';
import { watchVisibility, type Visibility } from '../visibility/prove.ts';

export interface OfferCard {
  show(view: OfferView): void;
  /** Puts the card back on top of dialogs the page has opened meanwhile. */
  raise(): void;
  close(): void;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  // Labels come from the page's QR: text nodes only, never markup.
  made.textContent = text;
  return made;
}

/** A latch bolt: drawn here, because an image address would show the page our id. */
function mark(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M2 5h8v6H2zM10 8h4M12.5 3v10');
  svg.append(path);
  return svg;
}

function grouped(digits: string): string {
  const half = Math.ceil(digits.length / 2);
  return `${digits.slice(0, half)} ${digits.slice(half)}`;
}

function addSheet(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OFFER_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox bug 1751346: a content script may not adopt sheets there.
    root.append(element('style', '', OFFER_STYLE));
  }
}

/**
 * A press sooner than this, ms, was meant for what stood there before: a page
 * can choose the moment in which a card comes under a pointer.
 */
const DWELL_MS = { came: 60, 'lay-there': 700 } as const;

/** The cards' outer elements: the page's own controls are told from ours by this. */
const hosts = new WeakSet<EventTarget>();

/** True for the element a click on our card seems to come from, outside of it. */
export function isOfferHost(target: EventTarget): boolean {
  return hosts.has(target);
}

/** Puts a card into the page's top corner; it closes when `signal` aborts. */
export function showOffer(
  words: OfferWords,
  onAct: (act: OfferAct) => void,
  signal: AbortSignal,
): OfferCard {
  const host = document.createElement('div');
  hosts.add(host);
  host.popover = 'manual';
  host.dir = words.direction;
  const root = host.attachShadow({ mode: 'closed' });
  addSheet(root);
  const card = element('section', 'card');
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', 'Nightlatch');
  const header = element('header', '');
  const close = element('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', words.say('close'));
  header.append(mark(), element('span', '', 'Nightlatch'), close);
  const said = element('div', 'said');
  said.setAttribute('aria-live', 'polite');
  const acts = element('div', 'acts');
  card.append(header, said, acts);
  root.append(card);
  const closing = new AbortController();
  let shown = new AbortController();
  let visibility: Visibility | undefined;
  let shownMs = 0;
  let pointer: 'came' | 'lay-there' = 'lay-there';
  card.addEventListener('pointermove', (event) => {
    if (event.isTrusted) pointer = 'came';
  });

  // The page's own 'click outside' and focus traps must not take a click on the card for theirs.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown']) {
    card.addEventListener(type, (event) => {
      event.stopPropagation();
      // Without this the page's dialog would lose the focus, and some close on that.
      if (type === 'mousedown') event.preventDefault();
    });
  }
  close.addEventListener('click', (event) => {
    if (event.isTrusted) onAct('dismiss');
  });

  async function press(button: HTMLButtonElement, act: OfferAct, event: Event): Promise<void> {
    if (!event.isTrusted || !visibility || button.ariaDisabled === 'true') return;
    if (performance.now() - shownMs < DWELL_MS[pointer]) return;
    if (act === 'dismiss') {
      onAct('dismiss');
      return;
    }
    button.ariaDisabled = 'true';
    const view = shown.signal;
    const sight = await visibility.prove(event);
    button.ariaDisabled = null;
    // Another view came meanwhile: the click was meant for what stood there before.
    if (view.aborted) return;
    if (sight === 'seen') onAct(act);
    else if (sight === 'unknown') onAct('open');
    else {
      said.append(element('p', 'hint', words.say('covered')));
      // What came into the top layer after the card lies above it; shown again, it is the last.
      host.hidePopover();
      raise();
    }
  }

  function buttonOf({ word, act, rank }: OfferButton): HTMLButtonElement {
    const button = element('button', rank, words.say(word));
    button.type = 'button';
    button.addEventListener('click', (event) => void press(button, act, event));
    return button;
  }

  function raise(): void {
    if (signal.aborted) return;
    // A modal dialog makes all outside it inert, the top layer included.
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    const parent = modal ?? document.documentElement;
    if (host.parentNode !== parent) parent.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
  }

  function show(view: OfferView): void {
    if (signal.aborted) return;
    shown.abort();
    shown = new AbortController();
    const face = faceOf(view, words);
    card.dataset['tone'] = face.tone;
    const parts = [element('p', 'title', face.title)];
    if (face.account) parts.push(element('p', 'account', face.account));
    if (face.digits) parts.push(element('p', 'digits', grouped(face.digits)));
    if (face.hint) parts.push(element('p', 'hint', face.hint));
    shownMs = performance.now();
    pointer = 'lay-there';
    said.replaceChildren(...parts);
    acts.replaceChildren(...face.buttons.map(buttonOf));
    raise();
    // Watched for as long as the card lives: what covered an earlier view counts against this one.
    visibility ??= watchVisibility(card, closing.signal);
    visibility.renew();
  }

  function remove(): void {
    shown.abort();
    closing.abort();
    host.remove();
  }
  signal.addEventListener('abort', remove);
  return { show, raise, close: remove };
}
