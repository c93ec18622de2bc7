import { covered, harmless, inline, styled, type Trick } from './trick.ts';

/** Names a card's sheet could use for its colours: a page may guess any. */
const NAMES = [
  'accent',
  'on-accent',
  'ground',
  'raised',
  'text',
  'muted',
  'line',
  'edge',
  'bad',
  'bg',
  'fg',
  'color',
].map((name) => `--${name}`);

/** Every property named like ours, registered with this syntax and initial value. */
function registered(syntax: string, initialValue: string, inherits: boolean): string {
  return `(host) => {
    for (const name of ${JSON.stringify(NAMES)}) {
      CSS.registerProperty({ name, syntax: '${syntax}', inherits: ${inherits}, initialValue: '${initialValue}' });
    }
  }`;
}

/** A sheet, and all of the page selected, the card with it. */
function selected(css: string): string {
  return `(host) => {
    (${styled(css)})(host);
    const range = document.createRange();
    range.selectNode(host);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }`;
}

/** A sheet, and a highlight of this name over the card. */
function highlighted(name: string, css: string): string {
  return `(host) => {
    (${styled(css)})(host);
    const range = document.createRange();
    range.selectNode(host);
    CSS.highlights.set('${name}', new Highlight(range));
  }`;
}

/** Ways into the card that are not boxes: what is inherited, registered, selected or named. */
export const INHERITED_TRICKS: readonly Trick[] = [
  harmless('its custom properties registered without inheritance', registered('*', 'red', false)),
  harmless(
    'its custom properties registered as colours',
    registered('<color>', 'transparent', false),
  ),
  harmless('its custom properties registered as lengths', registered('<length>', '0px', true)),
  harmless(
    'its custom properties set on the page, important',
    styled(`*{${NAMES.map((name) => `${name}:transparent!important`).join(';')}}`),
  ),
  harmless(
    'a clear selection over it, important',
    selected('::selection{color:transparent!important;background:transparent!important}'),
  ),
  harmless(
    'a highlight without ink over it',
    highlighted('bait', '::highlight(bait){color:transparent;background:white}'),
  ),
  harmless(
    'a found text without ink',
    `(host) => {
      (${styled('::target-text,::search-text{color:transparent!important;background:white!important}')})(host);
      location.hash = ':~:text=Save';
    }`,
  ),
  harmless(
    'misspelt words without ink',
    `(host) => {
    (${styled('::spelling-error,::grammar-error{color:transparent!important}')})(host);
    document.documentElement.spellcheck = true;
    document.designMode = 'on';
  }`,
  ),
  harmless(
    'first letters and lines without ink',
    styled('*::first-letter,*::first-line{color:transparent!important;font-size:0!important}'),
  ),
  covered('a zoom that makes its words too small', styled('html{zoom:0.6}')),
  harmless('a zoom of the card', inline('zoom:0.2!important')),
  harmless('a dark page only', styled(':root,[popover]{color-scheme:only dark!important}')),
  harmless(
    'a dark page by its head',
    `(host) => { const meta = document.createElement('meta'); meta.name = 'color-scheme'; meta.content = 'dark'; document.head.append(meta); }`,
  ),
  harmless(
    'colours not to be forced',
    inline('forced-color-adjust:none!important;print-color-adjust:economy!important'),
  ),
  harmless(
    'a mask over the card',
    inline(
      'mask:url("data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>")!important;-webkit-mask-image:none!important;mask-border:none!important',
    ),
  ),
  harmless(
    'a blend of the card',
    inline(
      'mix-blend-mode:lighten!important;isolation:auto!important;background-blend-mode:screen!important',
    ),
  ),
  harmless(
    'a cut card',
    inline(
      'clip:rect(0,0,0,0)!important;clip-path:inset(50%)!important;overflow:clip!important;contain:strict!important',
    ),
  ),
  harmless(
    'the card as a list with counters',
    styled(
      '*{counter-reset:c 9!important;quotes:"x" "y"!important;list-style:square inside!important;display:list-item!important}',
    ),
  ),
  harmless(
    'content in place of the card',
    styled('[popover]{content:url("data:image/gif;base64,R0lGODlhAQABAAAAACw=")!important}'),
  ),
  harmless(
    'writing from the right, by style',
    styled('*{direction:rtl!important;unicode-bidi:bidi-override!important}'),
  ),
  harmless(
    'writing from the right, by attribute',
    `(host) => { host.dir = 'rtl'; document.documentElement.dir = 'rtl'; host.lang = 'ar'; }`,
  ),
  harmless(
    'a long transition',
    `(host) => {
    (${styled('*{transition:all 99s 99s!important}')})(host);
    host.style.setProperty('opacity', '0', 'important');
    host.style.setProperty('color', 'transparent', 'important');
  }`,
  ),
  harmless(
    'an animation by sheet',
    styled(
      '@keyframes away{from,to{opacity:0!important;color:transparent;transform:scale(0)}}[popover]{animation:away 99s infinite!important}',
    ),
  ),
  harmless(
    'no pointer to see',
    styled('*,[popover]{cursor:none!important;pointer-events:auto!important}'),
  ),
  harmless(
    'parts and slots',
    styled('::part(card),::slotted(*),[popover]::part(title){color:transparent!important}'),
  ),
  harmless(
    'children of its own in the card',
    `(host) => { host.innerHTML = '<style>*{color:transparent!important}</style><p slot="content">Free gift</p>'; }`,
  ),
  harmless(
    'an editable page',
    `(host) => { document.documentElement.contentEditable = 'true'; host.contentEditable = 'true'; (${styled('*{caret-color:transparent!important;-webkit-user-modify:read-write!important;user-select:all!important}')})(host); }`,
  ),
  harmless(
    'a scroll of the card',
    `(host) => { host.style.cssText = 'overflow:scroll!important;height:40px!important;scrollbar-gutter:stable!important'; host.scrollTop = 99; }`,
  ),
  harmless(
    'a container with queries',
    styled(
      'html,[popover]{container-type:size!important;contain:size!important;column-count:9!important}',
    ),
  ),
  harmless(
    'colours set in the card’s own names',
    inline(
      'color:transparent!important;background:white!important;accent-color:white!important;fill:white!important;stroke:white!important',
    ),
  ),
  covered('the card inert', `(host) => { host.inert = true; }`),
  covered(
    'the page inert by style',
    styled('html{interactivity:inert!important}body{position:fixed;inset:0;z-index:9}'),
  ),
  covered(
    'a view transition of its own box',
    `(host) => {
      (${styled('::view-transition{background:white;pointer-events:none}::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:30s;opacity:0}')})(host);
      const box = document.documentElement;
      if (box.startViewTransition) box.startViewTransition(() => {}); else document.startViewTransition(() => {});
    }`,
  ),
];
