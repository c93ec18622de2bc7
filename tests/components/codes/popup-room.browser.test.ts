/** What has a place of its own in the popup: names for icons, the time left, and what no row may hide. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { expectNone } from '../../expect-none.ts';
import { waitForFocus } from '../harness/acts.ts';
import { rewrite } from '../harness/looks.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(
  state: Partial<ScreenState> = {},
  size = { width: 400, height: 580 },
): Promise<void> {
  page = await show({ screen: 'popup', state, size });
  await page.waitForSelector('.digits-now');
}

/** The buttons and links that show no words, and have no tooltip either. */
const findUnnamed = (): Promise<readonly string[]> =>
  page.$$eval('main :is(a, button)', (controls) =>
    controls
      .filter((control) => {
        const words = [...control.querySelectorAll<HTMLElement>('span')].some(
          (span) => span.clientWidth > 1 && span.textContent !== '',
        );
        const own = [...control.childNodes].some(
          ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent !== '',
        );
        return !words && !own && control.getAttribute('title') === null;
      })
      .map((control) => control.outerHTML),
  );

describe('an icon', () => {
  test('has its words beside it, or a tooltip where there is no room', async () => {
    await openPopup({ page: 'vms-waiting', backup: 'some' });
    expect(await findUnnamed()).toEqual([]);
    const footer = await page.$eval('footer', (shown) => shown.innerText);
    for (const words of ['Lock', 'Open window', 'Settings']) expect(footer).toContain(words);
    expect(await page.$eval('footer', (bar) => bar.scrollWidth <= bar.clientWidth)).toBe(true);
    await page.setViewport({ width: 320, height: 480 });
    expect(await findUnnamed()).toEqual([]);
  });

  test('opens a window, but not in that window itself', async () => {
    await openPopup();
    const button = 'footer [title="Open window"]';
    expect(await page.$(button)).not.toBeNull();
    await page.evaluate(() => (window.name = 'nightlatch'));
    await openPopup();
    expect(await page.$(button)).toBeNull();
    await page.evaluate(() => (window.name = ''));
  });

  test('has its words whole in a longer language too, and a round dot', async () => {
    await openPopup({ health: 'bad', page: 'other' });
    await rewrite(page, 'long');
    expectNone(
      await page.$$eval('.bar-label', (labels) =>
        labels
          .filter((label) => label.scrollWidth > label.clientWidth)
          .map((label) => label.textContent ?? ''),
      ),
    );
    const dot = await page.$eval('.dot', (shown) => {
      const { width, height } = shown.getBoundingClientRect();
      return [width, height];
    });
    expect(dot).toEqual([8, 8]);
  });

  test('says what its dot means, and leads there', async () => {
    await openPopup({ health: 'bad' });
    const link = await page.waitForSelector(
      '::-p-aria([name="Settings: Health needs your attention"][role="link"])',
    );
    expect(await link?.evaluate((shown) => shown.getAttribute('title'))).toBe(
      'Settings: Health needs your attention',
    );
    expect(await link?.evaluate((shown) => shown.getAttribute('href'))).toBe(
      '/options.html#health',
    );
    await openPopup({ health: 'good' });
    await page.waitForSelector('::-p-aria([name="Settings"][role="link"])');
  });
});

test('the time left stays where the user looks, beside the menu', async () => {
  await openPopup();
  await page.hover('[data-row="1"]');
  const row = await page.$$eval('.row', (rows) => {
    const hovered = rows.find((one) => one.matches(':hover'));
    const ring = hovered?.querySelector('.ring');
    const more = hovered?.querySelector('.row-more-button');
    if (!ring || !more) throw new Error('the row has no ring or no menu');
    return {
      ring: getComputedStyle(ring).opacity,
      more: getComputedStyle(more).opacity,
      apart: ring.getBoundingClientRect().right <= more.getBoundingClientRect().left,
      size: Math.min(more.getBoundingClientRect().width, more.getBoundingClientRect().height),
    };
  });
  expect(row).toEqual({ ring: '1', more: '1', apart: true, size: expect.any(Number) });
  expect(row.size).toBeGreaterThanOrEqual(24);
});

test('the last key of the list of keys has room above the button in focus', async () => {
  await openPopup();
  await page.keyboard.type('?');
  await waitForFocus(page, 'dialog[open] ');
  const room = await page.$eval('dialog', (dialog) => {
    const button = dialog.querySelector('button:focus');
    const last = [...dialog.querySelectorAll('kbd')].at(-1);
    if (!button || !last) throw new Error('no button in focus, or no keys');
    const { outlineOffset, outlineWidth } = getComputedStyle(button);
    const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
    return button.getBoundingClientRect().top - ring - last.getBoundingClientRect().bottom;
  });
  expect(room).toBeGreaterThanOrEqual(12);
});

/** Of each row: what it shows cut or not at all, without its tooltip saying it. */
const findHidden = (): Promise<readonly string[]> =>
  page.$$eval('.row', (rows) =>
    rows.flatMap((row) => {
      const title = row.querySelector('.row-text')?.getAttribute('title') ?? '';
      const frame = row.querySelector('.row-text')?.getBoundingClientRect();
      return [...row.querySelectorAll<HTMLElement>('.row-label, .row-more > :not(svg)')].flatMap(
        (part) => {
          const text = part.textContent;
          const box = part.getBoundingClientRect();
          const isOut = !frame || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
          return [
            ...(title.includes(text) ? [] : [`no tooltip says ${text}`]),
            ...(isOut ? [`${text} is outside of ${row.textContent}`] : []),
          ];
        },
      );
    }),
  );

test('the ways out of an empty popup leave none alone in a line', async () => {
  page = await show({
    screen: 'popup',
    state: { vault: 'absent', accounts: 0 },
    size: { width: 320, height: 480 },
  });
  const inLastLine = await page.$$eval('.no-accounts-ends > *', (ways) => {
    const middles = ways.map((way) => {
      const { top, bottom } = way.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    });
    return middles.filter((middle) => middle === middles.at(-1)).length;
  });
  expect(inLastLine).toBeGreaterThan(1);
});

describe('no row hides a name, a state or a tag', () => {
  const labels = Array.from({ length: 6 }, () => 'maria.lopez@mycctv.co.es');

  test('320 px wide, with eight digits and a tag', async () => {
    await openPopup({ accounts: 6, page: 'other' }, { width: 320, height: 580 });
    expect(await findHidden()).toEqual([]);
    const states = await page.$$eval('.row:has(.digits-long) .tag-warning', (tags) =>
      tags.map((tag) => tag.scrollWidth <= tag.clientWidth),
    );
    expect(states.length).toBeGreaterThan(0);
    expect(states).not.toContain(false);
  });

  test.each([
    ['usual', { width: 400, height: 580 }, 'roomy'],
    ['compact', { width: 400, height: 580 }, 'compact'],
    ['low', { width: 400, height: 300 }, 'roomy'],
    ['low and compact', { width: 400, height: 300 }, 'compact'],
  ] as const)('in %s rows, below an address of two lines', async (_what, size, density) => {
    await openPopup({ accounts: 6, labels, page: 'other' }, size);
    await page.evaluate((chosen) => {
      document.documentElement.dataset['density'] = chosen;
    }, density);
    expect(await findHidden()).toEqual([]);
  });
});
