/**
 * Ways in which a page may make a user press our button without seeing it.
 * Each runs in the page's own world and knows only what a page can know: the
 * card's outer element. `covered`: the card does not show, so no press may
 * count. `harmless`: our sheet wins, and the card must look as ever.
 */
export interface Trick {
  readonly name: string;
  readonly effect: 'covered' | 'harmless';
  /** Source of a function (host: HTMLElement) => void. */
  readonly script: string;
}

/** An opaque box in the top layer, above the card, that lets every press through. */
const COVER = `
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText =
    'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;padding:0;' +
    'background:rgb(255,255,255);pointer-events:none';
  document.body.append(cover);
  cover.showPopover();`;

function styled(css: string): string {
  return `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = ${JSON.stringify(css)};
    document.head.append(sheet);
  }`;
}

function inline(css: string): string {
  return `(host) => { host.style.cssText = ${JSON.stringify(css)}; }`;
}

function covered(name: string, script: string): Trick {
  return { name, effect: 'covered', script };
}

function harmless(name: string, script: string): Trick {
  return { name, effect: 'harmless', script };
}

const box = (inset: string, more = ''): string => `(host) => {${COVER}
  cover.style.inset = '${inset}'; cover.style.width = 'auto'; cover.style.height = 'auto';${more}
}`;

export const TRICKS: readonly Trick[] = [
  covered('an opaque cover above it', `(host) => {${COVER}}`),
  covered('a cover of a tenth', `(host) => {${COVER} cover.style.opacity = '0.1';}`),
  covered(
    'a cover over its title alone',
    box('40px 0 auto auto', `cover.style.width = '360px'; cover.style.height = '60px';`),
  ),
  covered(
    'a cover over its button alone',
    box(
      '124px auto auto auto',
      `cover.style.insetInlineEnd = '12px'; cover.style.width = '340px'; cover.style.height = '40px';`,
    ),
  ),
  covered(
    'a cover with a hole where the button is',
    `(host) => {${COVER}
    cover.style.clipPath = 'polygon(0 0, 100% 0, 100% 120px, 0 120px)';
  }`,
  ),
  covered(
    'a picture as cover',
    `(host) => {
    const cover = new Image(1280, 860);
    cover.popover = 'manual';
    cover.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/></svg>';
    cover.style.cssText = 'position:fixed;inset:0;margin:0;width:100vw;height:100vh;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  }`,
  ),
  covered(
    'a frame as cover',
    `(host) => {
    const cover = document.createElement('iframe');
    cover.popover = 'manual';
    cover.srcdoc = '<body style="background:white">';
    cover.style.cssText = 'position:fixed;inset:0;margin:0;border:0;width:100vw;height:100vh;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  }`,
  ),
  covered(
    'the backdrop of a small popover',
    `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = '.bait::backdrop{background:white;pointer-events:none}';
    const bait = document.createElement('div');
    bait.className = 'bait';
    bait.popover = 'manual';
    document.head.append(sheet);
    document.body.append(bait);
    bait.showPopover();
  }`,
  ),
  covered(
    'a cover that lifts when the pointer goes down',
    `(host) => {${COVER}
    window.addEventListener('pointerdown', () => cover.remove(), true);
  }`,
  ),
  covered(
    'a cover that lifts when the pointer comes near',
    `(host) => {${COVER}
    window.addEventListener('pointermove', () => cover.remove(), true);
  }`,
  ),
  covered(
    'a cover that lifts on mousedown and returns on mouseup',
    `(host) => {${COVER}
    window.addEventListener('mousedown', () => cover.hidePopover(), true);
    window.addEventListener('mouseup', () => cover.showPopover(), true);
  }`,
  ),
  covered(
    'a cover that flickers every frame',
    `(host) => {${COVER}
    let on = true;
    const turn = () => { on = !on; cover.style.display = on ? '' : 'none'; requestAnimationFrame(turn); };
    turn();
  }`,
  ),
  covered(
    'a cover that flickers every 100 ms',
    `(host) => {${COVER}
    let on = true;
    setInterval(() => { on = !on; cover.style.display = on ? '' : 'none'; }, 100);
  }`,
  ),
  covered(
    'a cover for three parts of each 300 ms',
    `(host) => {${COVER}
    let beat = 0;
    setInterval(() => { beat = (beat + 1) % 4; cover.style.display = beat < 3 ? '' : 'none'; }, 75);
  }`,
  ),
  covered(
    'a cover that fades in and out',
    `(host) => {${COVER}
    cover.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 150, iterations: Infinity, direction: 'alternate' });
  }`,
  ),
  covered(
    'a cover that blurs what is behind it',
    `(host) => {${COVER}
    cover.style.background = 'transparent'; cover.style.backdropFilter = 'blur(20px)';
  }`,
  ),
  covered(
    'a cover that inverts what is behind it',
    `(host) => {${COVER}
    cover.style.background = 'white'; cover.style.mixBlendMode = 'difference';
  }`,
  ),
  covered(
    'words of the page laid over it',
    `(host) => {${COVER}
    cover.style.background = 'none'; cover.textContent = 'Press here to watch '.repeat(400);
  }`,
  ),
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
    'a still picture of the page before, held by a view transition',
    `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = '::view-transition{pointer-events:none;background:white}' +
      '::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:30s;opacity:0}';
    document.head.append(sheet);
    document.startViewTransition(() => {});
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
  covered(
    'presses made by the page',
    `(host) => {
    const at = { bubbles: true, composed: true, clientX: 1000, clientY: 142 };
    setInterval(() => {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host.dispatchEvent(new MouseEvent(type, at));
      }
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      host.click();
    }, 50);
    host.remove();
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
