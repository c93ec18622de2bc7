/** A page with a prompt in its middle, and the badge at its field. */
import type { Page, Protocol } from 'puppeteer-core';
import type { InPage } from '../in-page.ts';

export const BADGE_PROMPT = `<div style="height:200px"></div><form><h2>Two-factor authentication</h2><label>Code <input id="n" maxlength="6"></label><button>OK</button></form><div style="height:2000px"></div>`;

/** Where the badge's host stands, as the page can measure it. */
export function placeOf(page: Page): Promise<{ left: number; top: number } | undefined> {
  return page.evaluate(() => {
    const host = document.querySelector(':popover-open');
    if (!host) return undefined;
    const { left, top } = host.getBoundingClientRect();
    return { left, top };
  });
}

/** Loads the page and shows the badge; `view` is the source text of what it says. */
export async function showBadge(tab: InPage, view: string): Promise<void> {
  await tab.show(BADGE_PROMPT);
  await tab.ours(`room.showBadge(${view})`);
}

function* withDescendants(node: Protocol.DOM.Node): Generator<Protocol.DOM.Node> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])])
    yield* withDescendants(child);
}

/** The classes of the badge's button, which is in a closed shadow root; undefined where there is none. */
export async function buttonClasses(page: Page): Promise<string | undefined> {
  const session = await page.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  const roots = [...withDescendants(root)].filter((node) => node.shadowRootType === 'closed');
  const button = roots
    .flatMap((shadow) => [...withDescendants(shadow)])
    .find(({ nodeName }) => nodeName === 'BUTTON');
  if (!button) return undefined;
  const names = button.attributes ?? [];
  const at = names.indexOf('class');
  return at < 0 ? '' : names[at + 1];
}
