/** The popup beside its list: locked, errors, hidden codes, keys. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForFocus } from '../harness/acts.ts';
import { holdAnswer, lockVault } from '../harness/readings.ts';
import { chooseInRowMenu } from '../harness/screen-case.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'popup', state });
}

test.each([
  ['the reminder of a backup', '.reminder', { backup: 'some', page: 'none' }],
  ['tags and three headings', '.list-head', { accounts: 12, page: 'vms' }],
] as const)('at twice the size %s leave four accounts in view', async (_what, shown, state) => {
  const size = { width: 400, height: 300 };
  page = await show({ screen: 'popup', size, state });
  await page.waitForSelector(shown);
  const inView = await page.$eval('.scroller', (list) => {
    const end = Math.min(innerHeight, list.getBoundingClientRect().bottom);
    const rows = [...list.querySelectorAll('.row')];
    return rows.filter((row) => row.getBoundingClientRect().bottom <= end).length;
  });
  expect(inView).toBeGreaterThanOrEqual(4);
});

test('at twice the size the account that the page asks for and three others are in view', async () => {
  const size = { width: 400, height: 300 };
  page = await show({ screen: 'popup', size, state: { accounts: 6, page: 'vms-waiting' } });
  await page.waitForSelector('.hero .digits-now');
  const view = await page.$eval('main', (main) => {
    const end = main.querySelector('footer')?.getBoundingClientRect().top ?? 0;
    const rows = [...main.querySelectorAll('.row')];
    const targets = [...main.querySelectorAll<HTMLElement>('.hero button')];
    return {
      rows: rows.filter((row) => row.getBoundingClientRect().bottom <= end).length,
      scrolls: document.documentElement.scrollHeight > innerHeight,
      smallest: Math.min(...targets.flatMap((one) => [one.offsetWidth, one.offsetHeight])),
      digits: Number.parseFloat(
        getComputedStyle(main.querySelector('.hero .digits') ?? main).fontSize,
      ),
    };
  });
  expect(view).toMatchObject({ rows: 3, scrolls: false });
  expect(view.smallest).toBeGreaterThanOrEqual(24);
  expect(view.digits).toBeGreaterThanOrEqual(22);
  // Who cannot see the card hears all that it says where it is higher.
  expect(JSON.stringify(await page.accessibility.snapshot())).toContain('asks for a code');
});

test('a wrong passphrase is said at the field, and the field keeps the focus', async () => {
  await openPopup({ vault: 'locked', unlock: 'wrong' });
  await page.type('input[type=password]', 'not this one');
  await page.keyboard.press('Enter');
  await waitForFocus(page, '[aria-invalid=true]');
  const described = await page.$eval(
    '[aria-invalid=true]',
    (input) => document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(described).toContain('Wrong passphrase');
});

test('a lock takes the codes away at once, whatever else is under way and whoever answers', async () => {
  await openPopup({ accounts: 3 });
  await holdAnswer(page, 'popupView');
  // The list is asked for anew, and its answer is of the open vault.
  await chooseInRowMenu('Pin to top')(page);
  await page.waitForFunction(
    () => window.requests.filter((name) => name === 'popupView').length === 2,
  );
  await lockVault(page);
  await page.waitForSelector('input[type=password]');
  expect(await page.$('.digits-now')).toBeNull();
});

test('a list that cannot be shown anew says so', async () => {
  await openPopup({ accounts: 3 });
  await page.evaluate(() => Object.assign(window.fails, { popupView: 'storage-failed' }));
  await chooseInRowMenu('Pin to top')(page);
  await page.waitForSelector('::-p-aria([name="Try again"][role="button"])');
  expect(await page.$('.row')).toBeNull();
});

describe('locked', () => {
  test('a passkey comes first, and its window asks for it', async () => {
    await openPopup({ vault: 'locked', passkeys: 'some' });
    expect(
      await page.$$eval('.button-primary', (all) => all.map((one) => one.textContent)),
    ).toEqual(['Unlock with passkey']);
    await page.waitForSelector('input[type=password]');
    await page.click('.button-primary');
    await page.waitForFunction(() => window.requests.includes('unlockOpen'));
  });

  test('a forgotten passphrase leads to what is left without it', async () => {
    await openPopup({ vault: 'locked' });
    await page.click('::-p-aria([name="Can’t unlock Nightlatch?"][role="button"])');
    await page.waitForFunction(() => window.requests.includes('unlockOpen'));
    page = await show({ screen: 'unlock', hash: 'lost', state: { vault: 'locked' } });
    await page.waitForSelector('::-p-aria([name="Use recovery code"][role="button"])');
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Can’t unlock Nightlatch?');
  });

  test('where there is no passphrase, none is asked for', async () => {
    await openPopup({ vault: 'locked', passkeys: 'some', passphrase: 'none' });
    await page.waitForSelector('.button-primary');
    expect(await page.$('input')).toBeNull();
    // The same name as with a passphrase, as in the window and in the guide.
    await page.waitForSelector('::-p-aria([name="Can’t unlock Nightlatch?"][role="button"])');
  });
});

test('an error has ways on: to try again, and help', async () => {
  await openPopup({ fails: { popupView: 'storage-failed' } });
  expect(await page.$$eval('main .button', (all) => all.map((one) => one.textContent))).toEqual([
    'Try again',
    'Help',
  ]);
});

test.each(['missing', 'damaged'] as const)(
  'over a %s vault the way to the solutions stands out',
  async (vault) => {
    await openPopup({ vault });
    await waitForFocus(page, '.button-primary');
    expect(
      await page.$$eval('.button-primary', (all) => all.map((one) => one.textContent)),
    ).toEqual(['Show solutions']);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.requests.includes('unlockOpen'));
  },
);

test('hidden codes are neither in the page nor in any accessibility text', async () => {
  const all = async (): Promise<string> => {
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    return JSON.stringify(tree) + (await page.$eval('main', (main) => main.innerText));
  };
  await openPopup();
  await page.waitForSelector('.digits-now');
  const code = /\d{3}\s\d{3}/u;
  expect(await all()).toMatch(code);
  await page.evaluate(() => localStorage.setItem('popup-digits', 'on-focus'));
  await page.reload();
  await page.waitForSelector('.row');
  const hidden = await all();
  await page.evaluate(() => localStorage.clear());
  expect(hidden).not.toMatch(code);
});

test('a question mark shows the keys, and Escape gives the row its focus back', async () => {
  await openPopup();
  await waitForFocus(page, '[data-row="0"]');
  // Lower than the list of the keys: it is read from its beginning.
  await page.setViewport({ width: 400, height: 240 });
  await page.keyboard.type('?');
  const dialog = await page.waitForSelector('dialog[open]');
  expect(await dialog?.evaluate((shown) => shown.scrollHeight > shown.clientHeight)).toBe(true);
  expect(await dialog?.evaluate((shown) => shown.scrollTop)).toBe(0);
  await page.keyboard.press('Escape');
  await waitForFocus(page, '[data-row="0"]');
});

describe('an address of 24 letters is read whole in the list', () => {
  const WIDE = 'mw.wimmer@comm-women.com';
  const USUAL = 'maria.lopez@mycctv.co.es';

  /** The addresses of the list that are cut, covered or outside of their row, each with what it is. */
  const findCut = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.row')].flatMap((row, index) => {
        const label = row.querySelector<HTMLElement>('.row-label');
        if (!label) return [`row ${index} has no label`];
        const text = document.createRange();
        text.selectNodeContents(label);
        const cover = row.querySelector('.row-copied')?.getBoundingClientRect();
        const frame = row.getBoundingClientRect();
        const boxes = [label, ...label.querySelectorAll<HTMLElement>('*')];
        const isCut = boxes.some(
          (box) =>
            getComputedStyle(box).display !== 'inline' &&
            (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1),
        );
        const isOut = [...text.getClientRects()].some(
          ({ top, bottom, left, right }) =>
            top < frame.top - 1 ||
            bottom > frame.bottom + 1 ||
            left < frame.left ||
            right > (row.querySelector('.row-text')?.getBoundingClientRect().right ?? 0) + 1 ||
            (cover !== undefined &&
              cover.top < bottom - 2 &&
              cover.bottom > top &&
              cover.left < right),
        );
        const size = Number.parseFloat(getComputedStyle(label).fontSize);
        const what = `row ${index} (${row.textContent})`;
        return [
          ...(isCut ? [`${what} is cut`] : []),
          ...(isOut ? [`${what} is outside or covered`] : []),
          ...(size < 13 ? [`${what} is smaller than 13 px`] : []),
        ];
      }),
    );

  const useWideFont = async (): Promise<void> => {
    // DejaVu Sans and Verdana are among the widest fonts that systems come with.
    await page.evaluate(() => {
      document.body.style.fontFamily = '"DejaVu Sans", Verdana, sans-serif';
    });
  };

  test.each([
    ['usual letters', USUAL],
    ['wide letters', WIDE],
  ])(
    '%s: plain, with Fill, pinned, tagged, not tested, next code, copied',
    async (_what, label) => {
      const labels = Array.from({ length: 6 }, () => label);
      const state = { accounts: 6, labels, page: 'vms-waiting', secondOfStep: 27 } as const;
      await openPopup(state);
      await useWideFont();
      expect(await page.$('.row .button-small')).not.toBeNull();
      for (const sort of ['.icon-pin', '.tag', '.tag-warning', '.next-line']) {
        expect(await page.$(`.row ${sort}`)).not.toBeNull();
      }
      expect(await findCut()).toEqual([]);
      await page.click('.row .row-main');
      await page.waitForSelector('.row .row-copied');
      expect(await findCut()).toEqual([]);
      await page.evaluate(() => {
        document.documentElement.dataset['density'] = 'compact';
      });
      expect(await findCut()).toEqual([]);
      await page.evaluate(() => {
        delete document.documentElement.dataset['density'];
      });
      // As a popup at a zoom of 200 %.
      await page.setViewport({ width: 400, height: 300 });
      expect(await findCut()).toEqual([]);
    },
  );
});
