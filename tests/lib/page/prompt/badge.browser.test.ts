import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPageText } from '../../../e2e/driver/controls.ts';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';
import { BADGE_PROMPT, buttonClasses, placeOf, showBadge } from './badge-stage.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const log = (): Promise<readonly string[]> => tab.ours('room.log');

const place = () => placeOf(tab.page);
const show = (view: string): Promise<void> => showBadge(tab, view);

test('says what was done, without moving the page', async () => {
  await tab.show(BADGE_PROMPT);
  const before = await tab.page.$eval('#n', (field) => field.getBoundingClientRect().top);
  await tab.ours(`room.showBadge({kind:'filled'})`);
  expect(await readPageText(tab.page)).toContain('filled');
  expect(await tab.page.$eval('#n', (field) => field.getBoundingClientRect().top)).toBe(before);
});

test('leaves with its field', async () => {
  await show(`{kind:'locked'}`);
  await tab.page.evaluate(() => document.querySelector('form')?.remove());
  await until('the badge to leave', async () => ((await place()) ? undefined : 'left'));
});

test('leaves nothing at a field that the page has hidden meanwhile', async () => {
  await tab.show(BADGE_PROMPT);
  await tab.ours(
    `room.showBadge({kind:'filled'}, () => { document.querySelector('form').style.display = 'none' })`,
  );
  expect(await tab.page.$$('[popover]')).toEqual([]);
});

test('a click the user made on what he has seen for a while counts', async () => {
  await show(`{kind:'locked'}`);
  expect(await readPageText(tab.page)).toContain('unlock');
  const at = await place();
  await until(
    'the act',
    async () => {
      await tab.page.mouse.click((at?.left ?? 0) + 20, (at?.top ?? 0) + 10);
      return (await log()).includes('open') || undefined;
    },
    20_000,
  );
});

test('its pointer tells whether a press would count by now', async () => {
  await show(`{kind:'locked'}`);
  // The user looks elsewhere and back all the time: none counts.
  await tab.page.evaluate(() => {
    const blur = (): void => void window.dispatchEvent(new Event('blur'));
    blur();
    const timer = setInterval(blur, 50);
    document.addEventListener('rest', () => clearInterval(timer), { once: true });
  });
  expect(await buttonClasses(tab.page)).toBe('unready');
  await tab.page.evaluate(() => document.dispatchEvent(new Event('rest')));
  await until('a button that is ready', async () =>
    (await buttonClasses(tab.page)) === '' ? 'ready' : undefined,
  );
});

describe('by keyboard', () => {
  /** Takes the focus back whenever it leaves the form, as modal dialogs do. */
  const trap = `<script>
    const form = document.querySelector('form');
    const back = (event) => form.contains(event.target) || document.querySelector('#n').focus();
    for (const name of ['focus', 'focusin']) document.addEventListener(name, back, true);
    form.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) document.querySelector('#n').focus();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') form.dataset.closed = 'yes';
      if (event.key === 'Enter') event.preventDefault();
    });
  </script>`;
  const modal = (html: string): string =>
    `<dialog id="d">${html}</dialog><script>document.querySelector('#d').showModal()</script>`;
  const focusedOne = (): Promise<string> =>
    tab.page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.matches(':popover-open') ? 'the badge' : (activeElement?.id ?? '');
    });

  test.each([
    ['on a page', BADGE_PROMPT],
    ['in a form that takes the focus back', BADGE_PROMPT + trap],
    ['in a modal dialog', modal(BADGE_PROMPT)],
  ])('%s, arrow down leads to the button and Enter presses it', async (_where, html) => {
    await tab.show(html);
    await tab.ours(`room.showBadge({kind:'choose'})`);
    await tab.page.focus('#n');
    await tab.page.keyboard.press('ArrowDown');
    expect(await focusedOne()).toBe('the badge');
    await until(
      'the act',
      async () => {
        await tab.page.keyboard.press('Enter');
        return (await log()).includes('open') || undefined;
      },
      20_000,
    );
  });

  test.each(['Escape', 'ArrowUp'] as const)('%s leads back, and closes nothing', async (key) => {
    await tab.show(BADGE_PROMPT + trap);
    await tab.ours(`room.showBadge({kind:'choose'})`);
    await tab.page.focus('#n');
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press(key);
    expect(await focusedOne()).toBe('n');
    expect(await tab.page.$eval('form', (form) => form.dataset['closed'])).toBeUndefined();
  });

  test('in a field with digits in it the arrows stay the page’s own', async () => {
    await show(`{kind:'choose'}`);
    await tab.page.type('#n', '12');
    await tab.page.keyboard.press('ArrowDown');
    expect(await focusedOne()).toBe('n');
  });

  test('a key of the page’s making leads nowhere', async () => {
    await show(`{kind:'choose'}`);
    await tab.page.focus('#n');
    await tab.page.evaluate(() => {
      const key = { key: 'ArrowDown', bubbles: true, composed: true };
      document.querySelector('#n')?.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    expect(await focusedOne()).toBe('n');
  });
});

test('a click of the page’s making does not', async () => {
  await show(`{kind:'locked'}`);
  await tab.page.evaluate(() => {
    const host = document.querySelector<HTMLElement>(':popover-open');
    host?.click();
    host?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  });
  await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  expect(await log()).toEqual([]);
});

test('a click through a veil over it does not', async () => {
  await show(`{kind:'locked'}`);
  await tab.page.evaluate(() => {
    const veil = document.createElement('div');
    veil.popover = 'manual';
    veil.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none';
    document.body.append(veil);
    veil.showPopover();
  });
  const at = await tab.page.evaluate(() => {
    const box = [...document.querySelectorAll(':popover-open')].at(-1)?.getBoundingClientRect();
    return box;
  });
  expect(at).toBeDefined();
  const field = await tab.page.$eval('#n', (input) => {
    const { right, top } = input.getBoundingClientRect();
    return { right, top };
  });
  await tab.page.mouse.click(field.right - 20, field.top - 5);
  await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)));
  expect(await log()).toEqual([]);
});

test('the page’s own styles do not reach it', async () => {
  await show(`{kind:'locked'}`);
  await tab.page.addStyleTag({
    content: '*{opacity:.01!important;transform:scale(9)!important}div{display:none!important}',
  });
  const seen = await tab.page.evaluate(() => {
    const host = document.querySelector(':popover-open');
    const style = host ? getComputedStyle(host) : undefined;
    return { opacity: style?.opacity, transform: style?.transform, display: style?.display };
  });
  expect(seen.opacity).toBe('1');
  expect(seen.transform).toBe('none');
  expect(seen.display).not.toBe('none');
});
