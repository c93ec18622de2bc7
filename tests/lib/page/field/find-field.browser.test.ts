import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decoys, unreachable } from './pages/decoys.ts';
import { enrolments } from './pages/enrolments.ts';
import type { FieldPage } from './pages/page.ts';
import { prompts, translated } from './pages/prompts.ts';
import { rows } from './pages/rows.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

async function pick({ html, meant, moment = 'unknown' }: FieldPage): Promise<string> {
  await tab.show(html);
  return tab.ours(`room.pick(${JSON.stringify(meant)}, ${JSON.stringify(moment)})`);
}

describe.each([
  ['the field of a prompt is found', prompts],
  ['the field is found by the words of every language', translated],
  ['the field of an enrolment is found', enrolments],
  ['rows of boxes are told apart', rows],
  ['a field for something else is left alone', decoys],
  ['a field nobody could type into is left alone', unreachable],
])('%s', (_, pages) => {
  test.each([...pages])('$name', async (page) => {
    expect(await pick(page)).toBe('as meant');
  });
});

const prompt = prompts.find(({ meant }) => meant === '#form_item_code');

test('a field in nested open shadow roots is found with its words', async () => {
  await tab.show('<div id="host"></div>');
  await tab.page.evaluate((html) => {
    const outer = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    const section = document.createElement('section');
    outer?.append(section);
    section.attachShadow({ mode: 'open' }).innerHTML = html;
  }, prompt?.html ?? '');
  expect(await tab.ours(`room.pick('#form_item_code', 'unknown')`)).toBe('as meant');
});

test('a label outside the shadow root of its field counts', async () => {
  await tab.show(
    '<form><h2>Two-factor authentication</h2><p>Code from your app</p><my-field></my-field><button>OK</button></form>',
  );
  await tab.page.evaluate(() => {
    const root = document.querySelector('my-field')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<label>Code <input id="n"></label>';
  });
  expect(await tab.ours(`room.pick('#n', 'unknown')`)).toBe('as meant');
});

test('the explanation names signals and never the page’s own words', async () => {
  await tab.show(prompt?.html ?? '');
  const text = await tab.ours<string>(`room.pick('nothing', 'unknown')`);
  expect(text).toContain('length 6');
  expect(text).not.toContain('token');
});
