/** The names of an account in a row: what of them gives way where there is too little room. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { expectNone } from '../../expect-none.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(
  state: Partial<ScreenState>,
  size = { width: 400, height: 580 },
): Promise<void> {
  page = await show({ screen: 'popup', state, size });
  await page.waitForSelector('.digits-now');
}

/** What `find` finds at every width that a popup or a window of ours may have. */
async function atEveryWidth(find: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = [];
  for (let width = 320; width <= 480; width += 8) {
    await page.setViewport({ width, height: 580 });
    found.push(...(await find()).map((what) => `${width} px: ${what}`));
  }
  return found;
}

/** The tags that are cut by however little, beside an issuer that still has room to give. */
const findTagsCut = (): Promise<readonly string[]> =>
  page.$$eval('.row', (rows) =>
    rows.flatMap((row) => {
      // Its first word and one letter stay.
      const rest = row.querySelector('.row-issuer-rest');
      const canGive = rest !== null && rest.getBoundingClientRect().width > 14;
      return [...row.querySelectorAll<HTMLElement>('.tag:not(.tag-warning)')].flatMap((tag) => {
        const text = document.createRange();
        text.selectNodeContents(tag);
        const { paddingLeft, paddingRight } = getComputedStyle(tag);
        const room =
          tag.getBoundingClientRect().width -
          Number.parseFloat(paddingLeft) -
          Number.parseFloat(paddingRight);
        const wanted = text.getBoundingClientRect().width;
        return canGive && room < wanted ? [`${tag.textContent} has ${room} of ${wanted} px`] : [];
      });
    }),
  );

test('no tag is cut while the issuer can still give way', async () => {
  await openPopup({ accounts: 12, page: 'other' });
  expectNone(await atEveryWidth(findTagsCut));
});

/** The names that go on in a line of one or two letters. */
const findLonelyLetters = (): Promise<readonly string[]> =>
  page.$$eval('.row .row-label', (labels) =>
    labels.flatMap((label) => {
      const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
      const tops: number[] = [];
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        for (let at = 0; at < (text.textContent?.length ?? 0); at += 1) {
          const letter = document.createRange();
          letter.setStart(text, at);
          letter.setEnd(text, at + 1);
          tops.push(letter.getBoundingClientRect().top);
        }
      }
      const last = tops.filter((top) => top === tops.at(-1)).length;
      return last < tops.length && last < 3 ? [`${last} letters of ${label.textContent}`] : [];
    }),
  );

test.each(['other', 'vms-waiting'] as const)(
  'no name goes on in a line of one letter (page: %s)',
  async (on) => {
    const labels = ['enrolled@example.com', 'maria@example.com', 'maria.lopez@mycctv.co.es'];
    await openPopup({ accounts: 6, labels: [...labels, ...labels], page: on });
    expectNone(await atEveryWidth(findLonelyLetters));
  },
);

/** In rows with a button that fills: names that no tooltip says whole, and services without their first word. */
const findCrowded = (): Promise<readonly string[]> =>
  page.$$eval('.row:has(.button-small)', (rows) =>
    rows.flatMap((row) => {
      const label = row.querySelector('.row-label');
      const start = row.querySelector('.row-issuer-start')?.getBoundingClientRect();
      const line = row.querySelector('.row-more')?.getBoundingClientRect();
      if (!label || !start || !line) return [`nothing in ${row.textContent}`];
      const tooltip = row.querySelector('.row-text')?.getAttribute('title') ?? '';
      return [
        ...(tooltip.includes(label.textContent) ? [] : [`no tooltip says ${label.textContent}`]),
        ...(start.right <= line.right ? [] : [`the service of ${label.textContent} is cut`]),
      ];
    }),
  );

test('beside Fill the service keeps its first word', async () => {
  const labels = ['a@b.example', 'maria@example.com', 'installer+site017@north-depot.example'];
  await openPopup({ accounts: 3, labels, page: 'vms-waiting' });
  await page.waitForSelector('.row:has(.button-small)');
  expect(await findCrowded()).toEqual([]);
});

test('at a zoom of 200 % no next code touches the code of the next row', async () => {
  await openPopup(
    { accounts: 6, page: 'vms-waiting', secondOfStep: 27 },
    { width: 400, height: 300 },
  );
  await page.waitForSelector('.row .next-line');
  const gaps = await page.$$eval('.row', (rows) =>
    rows.slice(1).map((row, index) => {
      const edge = (element: Element | null | undefined, side: 'top' | 'bottom'): number => {
        const text = document.createRange();
        if (element) text.selectNodeContents(element);
        return text.getBoundingClientRect()[side];
      };
      const above = rows[index]?.querySelector('.next-line');
      return edge(row.querySelector('.digits-now'), 'top') - edge(above, 'bottom');
    }),
  );
  expect(gaps.length).toBeGreaterThan(1);
  expect(Math.min(...gaps)).toBeGreaterThan(0);
});

describe('what hangs below the line of a name is shown', () => {
  test.each([
    ['usual', 580, 'roomy'],
    ['compact', 580, 'compact'],
    ['low', 300, 'roomy'],
    ['low and compact', 300, 'compact'],
  ] as const)('in %s rows', async (_what, height, density) => {
    const labels = ['maria@example.com', 'gypsy@example.com', 'maria.lopez@mygypsy.co.es'];
    await openPopup({ accounts: 6, labels, page: 'other' }, { width: 400, height });
    await page.evaluate((chosen) => {
      document.documentElement.dataset['density'] = chosen;
    }, density);
    expectNone(
      await page.$$eval('.row .row-label', (all) =>
        all
          // A name of more lines than a row has is cut.
          .filter((label) => (label.textContent?.length ?? 0) <= 24)
          .filter((label) => label.scrollHeight > label.clientHeight)
          .map((label) => `${label.scrollHeight} in ${label.clientHeight}: ${label.textContent}`),
      ),
    );
  });
});

test('an account that was found by its note only shows what was found', async () => {
  const note = 'Recorder in the cellar, beside the meter; keys at the porter’s lodge';
  await openPopup({ accounts: 12, note });
  await page.keyboard.type('porter');
  await page.waitForFunction(() => document.querySelectorAll('.row').length === 1);
  expect(await page.$eval('.row-note', (shown) => shown.textContent)).toBe(
    '…at the porter’s lodge',
  );
  const mark = await page.$eval('.row-note mark', (found) => {
    const line = found.closest('.row-more')?.getBoundingClientRect();
    const { left, right, width } = found.getBoundingClientRect();
    const isSeen = line !== undefined && width > 0 && left >= line.left && right <= line.right;
    return { text: found.textContent, isSeen };
  });
  expect(mark).toEqual({ text: 'porter', isSeen: true });
});
