/** A code is sent once, however the page sends it, and whether or not we press its button. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAsOwnPage } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  waitForGenuineFill,
  openPromptFixture,
  type PromptFixture,
} from '../every-prompt/prompt-fixture.ts';
import { logIn, openOwnPages, promptOf, valueOf, type OwnPages } from './own-pages.ts';

let fixture: PromptFixture;
let own: Page;
beforeAll(async () => {
  fixture = await openPromptFixture();
  own = await fixture.driven.openOwn('options.html');
});
afterAll(() => fixture.close());

async function press(submit: 'never' | 'once'): Promise<void> {
  await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { submit } });
}

/** Longer than a press of ours waits for the answer to what a page sent by itself. */
const SLOW_MS = 5_000;

/** Signs in at a page that then shows `step`; waits until it has sent something, and for anything more. */
async function sentBy(
  step: string,
  submit: 'never' | 'once',
  slow: { readonly answerMs?: number; readonly stepMs?: number } = {},
): Promise<OwnPages> {
  await press(submit);
  const pages = await openOwnPages(fixture, { step, ...slow });
  await logIn(pages.page, await fixture.newUser());
  await until('the code to be sent', () => pages.sent.length > 0 || undefined, 60_000);
  await waitForGenuineFill(fixture);
  return pages;
}

const script = (code: string): string => `<script>${code}</script>`;
const post = "fetch('/own/verify',{method:'POST',body:t.value})";

describe('by our press on top of the page’s own sending', () => {
  test.each<[string, string]>([
    [
      'a form that a script submits on the last digit',
      `<form id="f" method="post" action="/own/verify">${promptOf('<button>OK</button>', 'required pattern="[0-9]{6}"')}</form>${script(
        "t.addEventListener('input',()=>{if(t.checkValidity())f.submit()})",
      )}`,
    ],
    [
      'a request that is still under way, whose answer nobody reads',
      `<div>${promptOf('<button id="b">OK</button>')}</div>${script(
        `const go=()=>{${post}};t.addEventListener('input',()=>{if(t.value.length===6)go()});b.onclick=go`,
      )}`,
    ],
    [
      'a field that is disabled after sending',
      `<div>${promptOf('<button id="b">OK</button>')}</div>${script(
        `const go=()=>{${post}};t.addEventListener('input',()=>{if(t.value.length===6){go();t.disabled=true}});b.onclick=go`,
      )}`,
    ],
    [
      'a field that is emptied after sending',
      `<div>${promptOf('<button id="b">OK</button>')}</div>${script(
        `const go=()=>{${post}};t.addEventListener('input',()=>{if(t.value.length===6){go();setTimeout(()=>{t.value=''},300)}});b.onclick=go`,
      )}`,
    ],
  ])('%s, sends one code', async (_title, step) => {
    const { page, sent } = await sentBy(step, 'once');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/\d{6}/);
    await page.close();
  });

  const slowly = (reaction: string): string =>
    `<div id="d">${promptOf('<button id="b">OK</button>')}</div>${script(
      `const go=()=>{${post}};t.addEventListener('input',()=>{if(t.value.length===6){go();${reaction}}});b.onclick=go`,
    )}`;

  test.each<[string, string]>([
    ['disables its button', 'b.disabled=true'],
    ['disables its button for a moment', 'b.disabled=true;setTimeout(()=>{b.disabled=false},900)'],
    ['says so on its button', `b.textContent='Verifying'`],
    ['marks its button as at work', `b.classList.add('is-loading')`],
    [
      'shows a spinner on its button',
      `b.insertAdjacentHTML('beforeend','<i class="spinner">◌</i>')`,
    ],
    ['marks its panel as at work', `d.setAttribute('aria-busy','true')`],
    ['makes its field read-only', 't.readOnly=true'],
  ])('a page that %s while its server is slow, sends one code', async (_how, reaction) => {
    const { page, sent } = await sentBy(slowly(reaction), 'once', { answerMs: SLOW_MS });
    // A press that waits a fixed time comes before the answer.
    await page.waitForNetworkIdle();
    expect(sent).toHaveLength(1);
    await page.close();
  });

  test('a page that shows nothing of it, and whose server takes ten seconds for anything, sends one code', async () => {
    const slow = { answerMs: 2 * SLOW_MS, stepMs: 2 * SLOW_MS };
    const { page, sent } = await sentBy(slowly(''), 'once', slow);
    await page.waitForNetworkIdle();
    expect(sent).toHaveLength(1);
    await page.close();
  });

  test('a page that waits for the press is sent by it, once', async () => {
    const step = `<div>${promptOf('<button id="b">OK</button>')}</div>${script(`b.onclick=()=>{${post}}`)}`;
    const { page, sent } = await sentBy(step, 'once');
    expect(sent).toEqual([expect.stringMatching(/^\d{6}$/)]);
    await page.close();
  });
});

test('a page that listens to input and change sends one code', async () => {
  const step = `<div>${promptOf('')}</div>${script(
    `const go=()=>{if(t.value.length===6)${post}};t.addEventListener('input',go);t.addEventListener('change',go)`,
  )}`;
  const { page, sent } = await sentBy(step, 'never');
  expect(sent).toHaveLength(1);
  await page.close();
});

test('the code that was sent is not put into the field of the next question', async () => {
  const step = `<div id="d">${promptOf('')}</div>${script(
    `t.addEventListener('input',()=>{if(t.value.length===6){${post};setTimeout(()=>{d.innerHTML='<h2>Two-factor authentication</h2><p>Enter the new PIN of your authenticator app</p><input id="t" name="pin" maxlength="8">'},200)}})`,
  )}`;
  const { page, sent } = await sentBy(step, 'never');
  expect(await valueOf(page)).toBe('');
  expect(sent).toHaveLength(1);
  await page.close();
});
