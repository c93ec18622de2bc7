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

/** Scripts that do nothing but style, which can be taken back. */
const styles = new Set<string>();

/** Of a whole page that does not show neither does its QR, and the card leaves with it in time. */
const OF_THE_PAGE = /^(?:html|body|:root)/u;

/** Whether the trick can be taken back from its page, so that another may follow there. */
export function canBeTakenBack({ script }: Trick): boolean {
  return styles.has(script);
}

function noted(script: string): string {
  styles.add(script);
  return script;
}

export function styled(css: string): string {
  const script = `(host) => {
    const sheet = document.createElement('style');
    sheet.textContent = ${JSON.stringify(css)};
    document.head.append(sheet);
  }`;
  return OF_THE_PAGE.test(css) ? script : noted(script);
}

export function inline(css: string): string {
  return noted(`(host) => { host.style.cssText = ${JSON.stringify(css)}; }`);
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
