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
export const COVER = `
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText =
    'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;padding:0;' +
    'background:rgb(255,255,255);pointer-events:none';
  document.body.append(cover);
  cover.showPopover();`;

export function styled(css: string): string {
  return `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = ${JSON.stringify(css)};
    document.head.append(sheet);
  }`;
}

export function inline(css: string): string {
  return `(host) => { host.style.cssText = ${JSON.stringify(css)}; }`;
}

export function covered(name: string, script: string): Trick {
  return { name, effect: 'covered', script };
}

export function harmless(name: string, script: string): Trick {
  return { name, effect: 'harmless', script };
}

export const box = (inset: string, more = ''): string => `(host) => {${COVER}
  cover.style.inset = '${inset}'; cover.style.width = 'auto'; cover.style.height = 'auto';${more}
}`;
