/** What a page says to a code: accepted, refused, or only gone. */
import type { HTTPRequest } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForControl } from '../../../e2e/driver/controls.ts';
import { until } from '../../../e2e/driver/until.ts';
import { flowStage, give, prompt, request } from './flow-stage.ts';

const stage = flowStage();
/** ms in which a refusal would be told: twice as long as it takes (watch-rejection.ts). */
const VERDICT_MS = 3_000;

describe('the page’s verdict', () => {
  test('a complaint after sending is a refusal', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#says').textContent='Wrong token'})`,
    );
    await stage.untilLog('refused');
  });

  test('with a wrong clock the badge says so, and a press uses the site’s', async () => {
    await stage.tab.show(prompt);
    await stage.tab.ours(
      `room.clock.aheadMs = 41000; room.answers.push(${give()},{kind:'refused',untilMs:Date.now()+60000},${give()}); room.startFlow()`,
    );
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#n').value='';document.querySelector('#says').textContent='Wrong token'})`,
    );
    const clock = { role: 'button', name: 'clock 41 s' } as const;
    await waitForControl(stage.tab.page, clock);
    expect(await stage.value()).toBe('');
    await stage.pressUntil('press use-site-clock', clock);
    await until('the code', async () => (await stage.value()) === '012345' || undefined);
  });

  test('an answer about a prompt that has gone serves no other one', async () => {
    const late = 'new Promise(function(resolve){globalThis.answerLate=resolve})';
    await stage.run(prompt, give(), late, "{kind:'none'}");
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#n').value='';document.querySelector('#says').textContent='Wrong token'})`,
    );
    await stage.untilReports(2);
    await stage.tab.page.evaluate(() => document.querySelector('form')?.remove());
    await stage.untilLog('gone-unserved');
    await stage.tab.page.evaluate(
      (html) => document.body.insertAdjacentHTML('beforeend', html),
      prompt,
    );
    await stage.untilReports(3);
    await stage.tab.ours(`answerLate(${give()})`);
    await stage.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await stage.value()).toBe('');
  });

  test('a field that is emptied without a word is no refusal: the background is asked again', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#n').value='';document.querySelector('#n').disabled=false;document.querySelector('#n').className='x'})`,
    );
    await until(
      'another report',
      async () => (await stage.log()).lastIndexOf('seen') > 1 || undefined,
    );
    expect(await stage.log()).not.toContain('refused');
  });

  test('a complaint with nothing sent is none', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(`document.querySelector('#says').textContent='Save battery'`);
    await stage.tab.page.evaluate(
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      VERDICT_MS,
    );
    expect(await stage.log()).not.toContain('refused');
  });

  test('a complaint while the page only polls its server is none, whatever it asks with', async () => {
    await stage.tab.show(prompt);
    const poll = (count: number): Promise<unknown> =>
      stage.tab.page.evaluate(`fetch('/news?since=${count}').then((answer) => answer.text())`);
    for (let count = 0; count < 3; count += 1) await poll(count);
    await stage.tab.ours(`room.answers.push(${give()}); room.startFlow()`);
    await stage.untilLog('filled');
    await poll(3);
    await stage.tab.page.evaluate(`document.querySelector('#says').textContent='Wrong token'`);
    await stage.tab.page.evaluate(
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      VERDICT_MS,
    );
    expect(await stage.log()).not.toContain('refused');
  });

  test('a complaint after the answer to what the page asked before is none', async () => {
    const { page } = stage.tab;
    await stage.tab.show(prompt);
    const held = Promise.withResolvers<HTTPRequest>();
    page.once('request', held.resolve);
    await page.setRequestInterception(true);
    await page.evaluate(`void fetch('/held')`);
    await stage.tab.ours(`room.answers.push(${give()}); room.startFlow()`);
    await stage.untilLog('filled');
    await (await held.promise).respond({ body: 'late' });
    await page.setRequestInterception(false);
    await page.evaluate(`document.querySelector('#says').textContent='Wrong token'`);
    await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), VERDICT_MS);
    expect(await stage.log()).not.toContain('refused');
  });

  test('a complaint that stood there before is no refusal', async () => {
    await stage.run(prompt.replace('id="says">', 'id="says">Wrong token'), give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(request);
    await stage.tab.page.evaluate(
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      VERDICT_MS,
    );
    expect(await stage.log()).not.toContain('refused');
  });

  test('a prompt that leaves is gone, not refused', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#says').textContent='Welcome';document.querySelector('form').remove()})`,
    );
    await stage.untilLog('sent-and-gone');
    expect(await stage.log()).not.toContain('refused');
  });
});

describe('a prompt that leaves with a code in it', () => {
  /** The send button is the form's own; the other one ends the dialog. */
  const closable = prompt.replace(
    '<button id="send">',
    '<button id="close" type="button">Close</button><button id="send">',
  );
  const leave = (id: string): Promise<void> =>
    stage.tab.page.evaluate(
      (button) =>
        document.getElementById(button)?.addEventListener('click', () => {
          document.querySelector('form')?.remove();
        }),
      id,
    );

  test('after a press of the button that sends was accepted, though no request was seen', async () => {
    await stage.run(closable, give());
    await stage.untilLog('filled');
    await leave('send');
    await stage.tab.page.click('#send');
    await stage.untilLog('sent-and-gone');
    expect(await stage.log()).toContain('over');
  });

  test('after a press of another button was not', async () => {
    await stage.run(closable, give());
    await stage.untilLog('filled');
    await leave('close');
    await stage.tab.page.click('#close');
    await stage.untilLog('gone');
    expect(await stage.log()).not.toContain('over');
  });

  test('after Escape was not', async () => {
    await stage.run(closable, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(() =>
      document.addEventListener('keydown', () => document.querySelector('form')?.remove()),
    );
    await stage.tab.page.keyboard.press('Escape');
    await stage.untilLog('gone');
  });

  test('that the page took away by itself was accepted', async () => {
    await stage.run(closable, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(() => document.querySelector('form')?.remove());
    await stage.untilLog('sent-and-gone');
  });

  test('of the user’s own was accepted, and one without any is only gone', async () => {
    await stage.run(closable, "{kind:'offer'}");
    await stage.untilLog('seen');
    await stage.tab.page.type('#n', '654321');
    await stage.tab.page.evaluate(() => document.querySelector('form')?.remove());
    await stage.untilLog('sent-and-gone');
    await stage.run(closable, "{kind:'offer'}");
    await stage.untilLog('seen');
    await stage.tab.page.evaluate(() => document.querySelector('form')?.remove());
    await stage.untilLog('gone-unserved');
  });

  test('refused before is not accepted by leaving', async () => {
    await stage.run(closable, give(), "{kind:'none'}");
    await stage.untilLog('filled');
    await stage.tab.page.click('#send');
    await stage.tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#says').textContent='Wrong token'})`,
    );
    await stage.untilLog('refused');
    await stage.tab.page.evaluate(() => document.querySelector('form')?.remove());
    await stage.untilLog('gone-unserved');
  });
});
