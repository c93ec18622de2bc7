/** A page with a prompt in its middle, and the badge at its field. */
import type { Page } from 'puppeteer-core';
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
