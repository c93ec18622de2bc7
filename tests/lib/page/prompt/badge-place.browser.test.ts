/** Where the badge stands beside its field. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';
import { BADGE_PROMPT, placeOf, showBadge } from './badge-stage.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const place = () => placeOf(tab.page);
const show = (view: string): Promise<void> => showBadge(tab, view);

test('follows its field when the page shifts or scrolls', async () => {
  await show(`{kind:'locked'}`);
  const before = await place();
  const moved = (by: number): Promise<unknown> =>
    until(`a move by ${by} px`, async () => {
      const now = await place();
      return now && before && Math.abs(now.top - before.top - by) < 2 ? now : undefined;
    });
  await tab.page.evaluate(() => {
    const above = document.createElement('div');
    above.style.height = '50px';
    document.body.prepend(above);
  });
  await moved(50);
  await tab.page.evaluate(() => scrollTo(0, 100));
  await moved(-50);
});

test.each([
  ['ltr', 'right'],
  ['rtl', 'left'],
] as const)('%s: what was done shrinks to a mark at the end of the field', async (dir, end) => {
  await tab.show(BADGE_PROMPT);
  await tab.page.evaluate((direction) => {
    document.documentElement.dir = direction;
  }, dir);
  await tab.ours(`room.showBadge({kind:'filled'})`);
  const ends = (): Promise<{ badge: number; field: number; width: number } | undefined> =>
    tab.page.evaluate((side) => {
      const host = document.querySelector(':popover-open')?.getBoundingClientRect();
      const field = document.querySelector('#n')?.getBoundingClientRect();
      return host && field && { badge: host[side], field: field[side], width: host.width };
    }, end);
  const small = await until('the mark', async () => {
    const now = await ends();
    return now && now.width < 30 ? now : undefined;
  });
  expect(Math.abs(small.badge - small.field)).toBeLessThan(2);
});

/** Words and buttons of the page that the badge lies on, by more than the room above and below letters. */
const readCovered = (): Promise<readonly string[]> =>
  tab.page.evaluate(() => {
    const badge = document.querySelector(':popover-open')?.getBoundingClientRect();
    const covered: string[] = [];
    for (const part of document.querySelectorAll('h2, label, p, button')) {
      const range = document.createRange();
      range.selectNodeContents(part);
      const boxes =
        part instanceof HTMLButtonElement ? [part.getBoundingClientRect()] : range.getClientRects();
      for (const { left, right, top, bottom } of boxes)
        if (
          !badge ||
          (left < badge.right &&
            right > badge.left &&
            top < badge.bottom - 3 &&
            bottom > badge.top + 3)
        )
          covered.push(part.textContent ?? '');
    }
    return covered;
  });

test.each([
  [
    'a label and a button beside a narrow field',
    '<label>Authenticator code</label> <input id="n" style="width:40px"><button>OK</button>',
  ],
  [
    'a label above the field',
    '<label style="display:block;inline-size:300px">Six digits of your authenticator app</label><input id="n" style="width:260px;display:block">',
  ],
  [
    'a label above and an error below',
    '<label style="display:block;inline-size:300px">Six digits of your authenticator app</label><input id="n" style="width:260px;display:block"><p style="margin:0;inline-size:260px">This code is not right, try again now</p>',
  ],
])('it covers no words: %s', async (_what, inner) => {
  await tab.show(`<div style="height:200px"></div><form>${inner}</form>`);
  await tab.ours(`room.showBadge({kind:'refused',untilMs:Date.now()+60000})`);
  expect(await readCovered()).toEqual([]);
});
