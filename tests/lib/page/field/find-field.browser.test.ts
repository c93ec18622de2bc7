import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decoysAmongOthers, promptsAmongOthers } from './pages/among-others.ts';
import { decoys, unreachable } from './pages/decoys.ts';
import { enrolments } from './pages/enrolments.ts';
import { noOffers } from './pages/no-offers.ts';
import { otherThings } from './pages/other-things.ts';
import { decoysInForms, promptsInForms } from './pages/in-forms.ts';
import type { FieldPage } from './pages/page.ts';
import { prompts, translated } from './pages/prompts.ts';
import { rows } from './pages/rows.ts';
import { sentCodes } from './pages/sent-codes.ts';
import { shortDecoys, shortPrompts } from './pages/short-pages.ts';
import { unusual } from './pages/unusual.ts';
import { openInPage, type InPage } from '../in-page.ts';
import type { Look } from '../room-finder.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

async function look(html: string, meant?: string, moment = 'unknown'): Promise<Look> {
  await tab.show(html);
  return tab.ours(`room.look(${JSON.stringify(meant)}, ${JSON.stringify(moment)})`);
}

describe.each([
  ['the field of a prompt is found', prompts],
  ['a prompt of few words is filled', shortPrompts],
  ['an unusual field is found', unusual],
  ['the field is found by the words of every language', translated],
  ['the field is found among words about other things', promptsAmongOthers],
  ['the field is found beside other fields', promptsInForms],
  ['the field of an enrolment is found', enrolments],
  ['rows of boxes are told apart', rows],
  ['a field for something else is left alone', decoys],
  ['a page like a prompt of few words gets no code by itself', shortDecoys],
  ['a field for another thing gets no code by itself', otherThings],
  ['a field for a code that was sent gets no code by itself', sentCodes],
  ['a field for something else is left alone among words about an app', decoysAmongOthers],
  ['a field beside others that asks for another thing is left alone', decoysInForms],
  ['a field that nobody could take for one is not even offered a code', noOffers],
  ['a field nobody could type into is left alone', unreachable],
])('%s', (_, pages) => {
  // One document for all: what differs is drawn anew.
  let looks: readonly Look[];
  beforeAll(async () => {
    await tab.show('');
    looks = await tab.ours(`room.lookAtEach(${JSON.stringify(pages)})`);
  });
  test.each(pages.map((page: FieldPage, at) => ({ ...page, at })))(
    '$name',
    ({ at, meant, verdict }) => {
      const seen = looks[at];
      if (verdict === 'fill') expect(seen?.verdict, seen?.report).toBe('fill');
      if (verdict === 'at most an offer') expect(seen?.verdict, seen?.report).not.toBe('fill');
      else expect(seen?.isMeant, seen?.report).toBe(true);
      if (meant === undefined) expect(seen?.verdict, seen?.report).not.toBe('fill');
    },
  );
});

test('half of all pages ask for something else', () => {
  const all = [
    prompts,
    shortPrompts,
    unusual,
    translated,
    enrolments,
    rows,
    promptsAmongOthers,
    promptsInForms,
  ];
  const others = [
    decoys,
    shortDecoys,
    otherThings,
    sentCodes,
    noOffers,
    decoysAmongOthers,
    decoysInForms,
    unreachable,
  ];
  const pages = [...all, ...others].flat();
  const asking = pages.filter(({ meant }) => meant !== undefined).length;
  expect(pages.length).toBeGreaterThanOrEqual(150);
  expect(asking).toBeLessThanOrEqual(pages.length / 2);
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

test('a field that the page is scrolled past is found', async () => {
  await tab.show(`${prompt?.html ?? ''}<div style="height:3000px"></div>`);
  await tab.page.evaluate(() => scrollTo(0, 2500));
  expect(await tab.ours(`room.pick('#form_item_code', 'unknown')`)).toBe('as meant');
});

test('the explanation names signals and never the page’s own words', async () => {
  const html = prompt?.html.replace('token', 'token of the quagmire') ?? '';
  const { report } = await look(html);
  expect(report).toContain('length 6');
  expect(report).not.toContain('quagmire');
});

test('what the user did before makes an offer of nothing, but never a fill', async () => {
  const html = '<form><label>Code <input id="n"></label><button>OK</button></form>';
  expect((await look(html, '#n', 'unknown')).verdict).toBe('nothing');
  expect((await look(html, '#n', 'sign-in')).verdict).toBe('offer');
  const standard = '<input id="n" autocomplete="one-time-code" maxlength="6" inputmode="numeric">';
  expect((await look(standard, '#n', 'sign-in')).verdict).toBe('offer');
});
