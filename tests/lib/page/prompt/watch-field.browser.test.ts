import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const dialog = (id: string): string =>
  `<div role="dialog" id="d"><h2>Two-factor authentication</h2><label>Code <input id="${id}" maxlength="6"></label><button>OK</button></div>`;
const log = (): Promise<readonly string[]> => tab.ours('room.log');
const untilLog = (length: number): Promise<readonly string[]> =>
  until(
    `${length} entries in the log`,
    async () => {
      const now = await log();
      return now.length >= length ? now : undefined;
    },
    5000,
  );
const add = (html: string): Promise<void> =>
  tab.page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), html);

async function watch(html: string): Promise<void> {
  await tab.show(html);
  await tab.ours('room.startWatch()');
}

describe('a prompt is noticed', () => {
  test('that is there already', async () => {
    await watch(dialog('n'));
    expect(await untilLog(1)).toEqual(['field n']);
  });

  test('that opens later', async () => {
    await watch('<h1>Dashboard</h1>');
    await add(dialog('n'));
    expect(await untilLog(1)).toEqual(['field n']);
  });

  test('that was hidden by a class', async () => {
    await watch(`<style>.off{display:none}</style><div class="off">${dialog('n')}</div>`);
    await tab.page.evaluate(() => document.querySelector('.off')?.removeAttribute('class'));
    expect(await untilLog(1)).toEqual(['field n']);
  });

  test('that fades in', async () => {
    await watch('<style>@keyframes fade{from{opacity:0}}#d{animation:fade .6s}</style>');
    await add(dialog('n'));
    expect(await untilLog(1)).toEqual(['field n']);
  });

  test('in a shadow root that is filled later', async () => {
    await watch('<div id="host"></div>');
    await tab.page.evaluate(() => {
      const host = document.createElement('x-prompt');
      host.attachShadow({ mode: 'open' });
      document.body.append(host);
    });
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await tab.page.evaluate((html) => {
      const root = document.querySelector('x-prompt')?.shadowRoot;
      if (root) root.innerHTML = html;
    }, dialog('n'));
    expect(await untilLog(1)).toEqual(['field n']);
  });

  test('that becomes enabled', async () => {
    await watch(dialog('n').replace('<input', '<input disabled'));
    await tab.page.evaluate(() => document.querySelector('#n')?.removeAttribute('disabled'));
    expect(await untilLog(1)).toEqual(['field n']);
  });
});

test('a prompt that leaves is gone, and the next one is another', async () => {
  await watch(dialog('n'));
  await untilLog(1);
  await tab.page.evaluate(() => document.querySelector('#d')?.remove());
  await untilLog(2);
  await add(dialog('m'));
  expect(await untilLog(3)).toEqual(['field n', 'gone', 'field m']);
});

test('a field replaced by a re-render is the same prompt', async () => {
  await watch(dialog('n'));
  await untilLog(1);
  await tab.page.evaluate(() => {
    const fresh = document.querySelector('#n')?.cloneNode() as HTMLInputElement;
    fresh.id = 'm';
    document.querySelector('#n')?.replaceWith(fresh);
  });
  expect(await untilLog(2)).toEqual(['field n', 'field m']);
});

test('the first field of a page calls for the rest of us, once', async () => {
  await tab.show('<h1>Dashboard</h1>');
  await tab.ours('room.startNear()');
  await add('<input type="search"><input type="checkbox">');
  await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await log()).toEqual([]);
  await add('<input name="email"><input type="password">');
  expect(await untilLog(1)).toEqual(['near']);
});
