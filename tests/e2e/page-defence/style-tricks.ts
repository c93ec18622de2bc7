import { covered, harmless, inline, styled, type Trick } from './trick.ts';

/** The page acts in the user's place, again and again, on a card in plain view. */
export const PRESSES_OF_THE_PAGE = `(host) => {
  const at = { bubbles: true, composed: true, clientX: 1000, clientY: 142 };
  let rounds = 0;
  setInterval(() => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      host.dispatchEvent(new MouseEvent(type, at));
    }
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    host.click();
    document.documentElement.dataset.rounds = String((rounds += 1));
  }, 50);
}`;

/** The page styles itself or the card. */
export const STYLE_TRICKS: readonly Trick[] = [
  harmless('the page fading away', styled('html{opacity:0.01}')),
  harmless('the page behind a filter', styled('html{filter:opacity(0.02)}')),
  harmless('the page out of focus', styled('html{filter:blur(30px)}')),
  harmless('the page cut to nothing', styled('html{clip-path:circle(1px at 0 0)}')),
  harmless(
    'the page masked out',
    styled('html{mask-image:linear-gradient(transparent,transparent)}'),
  ),
  harmless('the page shrunk', styled('html{scale:0.02}')),
  harmless('the page turned', styled('html{transform:rotate(180deg)}')),
  covered('the page zoomed to a dot', styled('html{zoom:0.05}')),
  covered(
    'the page zoomed to a dot until the pointer comes near',
    `(host) => {
    document.documentElement.style.zoom = '0.05';
    window.addEventListener('pointermove', () => { document.documentElement.style.zoom = ''; }, true);
  }`,
  ),
  covered(
    'a still picture of the page before, held by a view transition',
    `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = '::view-transition{pointer-events:none;background:white}' +
      '::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:30s;opacity:0}';
    document.head.append(sheet);
    // A busy browser may give a transition up.
    const hold = () => document.startViewTransition(() => {}).ready.catch(hold);
    return hold();
  }`,
  ),
  covered(
    'a still picture of the page before, held until the pointer comes near',
    `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = '::view-transition{background:white}::view-transition-group(*){animation-duration:30s}';
    document.head.append(sheet);
    let transition;
    const hold = () => (transition = document.startViewTransition(() => {})).ready.catch(hold);
    window.addEventListener('pointermove', () => transition.skipTransition(), true);
    return hold();
  }`,
  ),
  harmless(
    'the card in a box that does not show',
    `(host) => {
    const hidden = document.createElement('div');
    hidden.style.cssText = 'opacity:0';
    document.body.append(hidden);
    hidden.append(host);
    host.showPopover();
  }`,
  ),
  covered(
    'the card in a frozen box',
    `(host) => {
    const hidden = document.createElement('div');
    hidden.style.cssText = 'content-visibility:hidden';
    document.body.append(hidden);
    hidden.append(host);
    host.showPopover();
  }`,
  ),
  harmless('inline: nothing to see', inline('opacity:0!important;visibility:hidden!important')),
  harmless(
    'inline: moved away',
    inline('inset:auto auto 0 0!important;transform:translate(40px)!important'),
  ),
  harmless(
    'inline: a filter',
    inline('filter:opacity(0)!important;mix-blend-mode:difference!important'),
  ),
  harmless(
    'inline: cut',
    inline('clip-path:circle(0)!important;mask:linear-gradient(#0000,#0000)!important'),
  ),
  harmless(
    'inline: tiny',
    inline('zoom:1!important;scale:0.01!important;width:1px!important;font-size:1px!important'),
  ),
  harmless(
    'a sheet for every popover',
    styled('[popover]{opacity:0!important;display:none!important;color:red!important}'),
  ),
  harmless(
    'content after the card',
    styled('[popover]::after{content:"";position:absolute;inset:0;background:red!important}'),
  ),
  harmless(
    'a backdrop of the card itself',
    styled('[popover]::backdrop{background:red!important;inset:0!important}'),
  ),
  harmless(
    'an animation of the card',
    `(host) => {
    host.animate([{ opacity: 0, transform: 'scale(0)' }, { opacity: 0, transform: 'scale(0)' }], { duration: 1e9, fill: 'both' });
  }`,
  ),
  harmless(
    'a blank font by the name of ours',
    styled('@font-face{font-family:system-ui;src:local("none");size-adjust:1%}'),
  ),
  // The code fades as well, and the card leaves with it.
  covered('a page that fades its body', styled('body{opacity:0;filter:blur(9px)}')),
  harmless(
    'another way of writing',
    styled('html{direction:rtl;writing-mode:vertical-rl;color:red;font:2px serif;cursor:none}'),
  ),
  harmless(
    'the highest layer of the page',
    `(host) => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none';
    document.body.append(cover);
  }`,
  ),
];
