import { COVER, box, covered, type Trick } from './trick.ts';

/** Something is laid over the card, or the card is moved away from under the press. */
export const COVER_TRICKS: readonly Trick[] = [
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
];
