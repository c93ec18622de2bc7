import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickControl, readPageText, waitForControl } from '../../../e2e/driver/controls.ts';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const prompt = `<form onsubmit="return false"><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><input id="n" maxlength="6"><p role="alert" id="says"></p><button id="send">Verify</button></form>`;
// Longer than a test takes on a busy machine: a code that is dead is asked for again, without an end where the answer stays.
const inFuture = 'Date.now() + 300000';
const give = (submit = 'never', validUntil = inFuture): string =>
  `{kind:'fill',submit:'${submit}',code:{digits:'012345',validUntilMs:${validUntil}}}`;

/** The prompt script on `html`, with these answers of its background. */
async function run(html: string, ...answers: readonly string[]): Promise<void> {
  await tab.show(html);
  await tab.ours(`room.answers.push(${answers.join(',')}); room.startFlow()`);
}
const log = (): Promise<readonly string[]> => tab.ours('room.log');
const untilLog = (wanted: string): Promise<unknown> =>
  until(`'${wanted}' in the log`, async () => (await log()).includes(wanted) || undefined);
const value = (): Promise<string> =>
  tab.page.$eval('#n', (input) => (input instanceof HTMLInputElement ? input.value : ''));
/** ms in which a refusal would be told: twice as long as it takes (watch-rejection.ts). */
const VERDICT_MS = 3_000;
/** A page's own answer from its server. */
const request = `fetch('/answer').then(function(answer){return answer.text()})`;

test('a prompt is reported, filled and reported as filled', async () => {
  await run(prompt, give());
  await untilLog('filled');
  expect(await value()).toBe('012345');
  expect(await log()).toEqual(['seen', 'filled']);
});

test('a code that died on the way is not put in: another is asked for', async () => {
  await run(prompt, give('never', 'Date.now() - 1'), "{kind:'none'}");
  await until('two asks', async () => (await log()).length >= 2 || undefined);
  expect(await value()).toBe('');
});

test('a wait ends with another ask', async () => {
  await run(prompt, `{kind:'wait',untilMs:Date.now()+300}`, give());
  await untilLog('filled');
  expect(await log()).toEqual(['seen', 'seen', 'filled']);
});

test('digits the user typed himself stay', async () => {
  await run(prompt.replace('id="n"', 'id="n" value="99"'), give());
  await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await value()).toBe('99');
});

describe('a field the page renders anew after the fill', () => {
  const renew = `var fresh=document.querySelector('#n').cloneNode();fresh.value='';document.querySelector('#n').replaceWith(fresh)`;

  test('is filled once more', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(renew);
    await until('a second fill', async () => (await value()) === '012345' || undefined);
  });

  test('but not a third time', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(renew);
    // Not only written: while a fill still looks whether it stayed, it may write once more.
    await until('a second fill', async () => {
      const fills = (await log()).filter((what) => what === 'filled');
      return fills.length === 2 || undefined;
    });
    await tab.page.evaluate(renew);
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await value()).toBe('');
  });

  test('and not after the page has sent the code', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(`${request}.then(function(){${renew}})`);
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await value()).toBe('');
  });
});

test('a prompt of which the background knows that it asks again, says so and stays empty', async () => {
  await run(prompt, "{kind:'refused',untilMs:Date.now()+60000}", give());
  await until(
    'the badge',
    async () => (await readPageText(tab.page)).includes('refused, in') || undefined,
  );
  expect(await value()).toBe('');
  expect(await log()).toEqual(['seen']);
});

describe('the page’s verdict', () => {
  test('a complaint after sending is a refusal', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#says').textContent='Wrong token'})`,
    );
    await untilLog('refused');
  });

  test('with a wrong clock the badge says so, and a press uses the site’s', async () => {
    await tab.show(prompt);
    await tab.ours(
      `room.clock.aheadMs = 41000; room.answers.push(${give()},{kind:'refused',untilMs:Date.now()+60000},${give()}); room.startFlow()`,
    );
    await untilLog('filled');
    await tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#n').value='';document.querySelector('#says').textContent='Wrong token'})`,
    );
    const clock = { role: 'button', name: 'clock 41 s' } as const;
    await waitForControl(tab.page, clock);
    expect(await value()).toBe('');
    // A press before the badge has been seen for a while does not count.
    await until(
      'the press',
      async () => {
        await clickControl(tab.page, clock).catch(() => undefined);
        return (await log()).includes('press use-site-clock') || undefined;
      },
      20_000,
    );
    await until('the code', async () => (await value()) === '012345' || undefined);
  });

  test('a field that is emptied without a word is no refusal: the background is asked again', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#n').value='';document.querySelector('#n').disabled=false;document.querySelector('#n').className='x'})`,
    );
    await until('another report', async () => (await log()).lastIndexOf('seen') > 1 || undefined);
    expect(await log()).not.toContain('refused');
  });

  test('a complaint with nothing sent is none', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(`document.querySelector('#says').textContent='Save battery'`);
    await tab.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), VERDICT_MS);
    expect(await log()).not.toContain('refused');
  });

  test('a complaint while the page only polls its server is none, whatever it asks with', async () => {
    await tab.show(prompt);
    const poll = (count: number): Promise<unknown> =>
      tab.page.evaluate(`fetch('/news?since=${count}').then((answer) => answer.text())`);
    for (let count = 0; count < 3; count += 1) await poll(count);
    await tab.ours(`room.answers.push(${give()}); room.startFlow()`);
    await untilLog('filled');
    await poll(3);
    await tab.page.evaluate(`document.querySelector('#says').textContent='Wrong token'`);
    await tab.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), VERDICT_MS);
    expect(await log()).not.toContain('refused');
  });

  test('a complaint that stood there before is no refusal', async () => {
    await run(prompt.replace('id="says">', 'id="says">Wrong token'), give());
    await untilLog('filled');
    await tab.page.evaluate(request);
    await tab.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), VERDICT_MS);
    expect(await log()).not.toContain('refused');
  });

  test('a prompt that leaves is gone, not refused', async () => {
    await run(prompt, give());
    await untilLog('filled');
    await tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#says').textContent='Welcome';document.querySelector('form').remove()})`,
    );
    await untilLog('sent-and-gone');
    expect(await log()).not.toContain('refused');
  });
});

describe('a prompt that leaves with a code in it', () => {
  /** The send button is the form's own; the other one ends the dialog. */
  const closable = prompt.replace(
    '<button id="send">',
    '<button id="close" type="button">Close</button><button id="send">',
  );
  const leave = (id: string): Promise<void> =>
    tab.page.evaluate(
      (button) =>
        document.getElementById(button)?.addEventListener('click', () => {
          document.querySelector('form')?.remove();
        }),
      id,
    );

  test('after a press of the button that sends was accepted, though no request was seen', async () => {
    await run(closable, give());
    await untilLog('filled');
    await leave('send');
    await tab.page.click('#send');
    await untilLog('sent-and-gone');
    expect(await log()).toContain('over');
  });

  test('after a press of another button was not', async () => {
    await run(closable, give());
    await untilLog('filled');
    await leave('close');
    await tab.page.click('#close');
    await untilLog('gone');
    expect(await log()).not.toContain('over');
  });

  test('after Escape was not', async () => {
    await run(closable, give());
    await untilLog('filled');
    await tab.page.evaluate(() =>
      document.addEventListener('keydown', () => document.querySelector('form')?.remove()),
    );
    await tab.page.keyboard.press('Escape');
    await untilLog('gone');
  });

  test('that the page took away by itself was accepted', async () => {
    await run(closable, give());
    await untilLog('filled');
    await tab.page.evaluate(() => document.querySelector('form')?.remove());
    await untilLog('sent-and-gone');
  });

  test('of the user’s own was accepted, and one without any is only gone', async () => {
    await run(closable, "{kind:'offer'}");
    await untilLog('seen');
    await tab.page.type('#n', '654321');
    await tab.page.evaluate(() => document.querySelector('form')?.remove());
    await untilLog('sent-and-gone');
    await run(closable, "{kind:'offer'}");
    await untilLog('seen');
    await tab.page.evaluate(() => document.querySelector('form')?.remove());
    await untilLog('gone-unserved');
  });

  test('refused before is not accepted by leaving', async () => {
    await run(closable, give(), "{kind:'none'}");
    await untilLog('filled');
    await tab.page.click('#send');
    await tab.page.evaluate(
      `${request}.then(function(){document.querySelector('#says').textContent='Wrong token'})`,
    );
    await untilLog('refused');
    await tab.page.evaluate(() => document.querySelector('form')?.remove());
    await untilLog('gone-unserved');
  });
});

describe('submitting', () => {
  const counting = `${prompt}<script>var presses=0;document.querySelector('#send').addEventListener('click',function(){presses++})</script>`;
  const presses = (): Promise<number> =>
    tab.page.evaluate(() => (globalThis as unknown as { presses: number }).presses);

  test('happens never by itself', async () => {
    await run(counting, give());
    await untilLog('filled');
    expect(await presses()).toBe(0);
  });

  test('happens once where the user wants it', async () => {
    await run(counting, give('once'));
    await until('a press', async () => (await presses()) > 0 || undefined);
    await tab.page.evaluate(() => document.querySelector('#n')?.setAttribute('class', 'again'));
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await presses()).toBe(1);
  });

  test('waits for a button that is dead until the page has seen all digits', async () => {
    const late = counting
      .replace('id="send"', 'id="send" disabled')
      .replace(
        '</script>',
        `;document.querySelector('#n').addEventListener('input',function(){setTimeout(function(){document.querySelector('#send').disabled=false},200)})</script>`,
      );
    await run(late, give('once'));
    await until('a press', async () => (await presses()) > 0 || undefined);
  });

  test('knows the button of another way in from the one that sends', async () => {
    await run(
      counting
        .replace('<form onsubmit="return false">', '<div>')
        .replace('</form>', '<button>Use a recovery code</button></div>'),
      give('once'),
    );
    await until('a press', async () => (await presses()) > 0 || undefined);
  });

  test('does not choose between two buttons that nothing tells apart', async () => {
    await run(
      counting
        .replace('<form onsubmit="return false">', '<div>')
        .replace('</form>', '</div>')
        .replace('<button id="send">', '<button>Leave</button><button id="send">'),
      give('once'),
    );
    await untilLog('filled');
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await presses()).toBe(0);
  });
});

describe('what is reported of a prompt', () => {
  const reports = (): Promise<readonly Record<string, unknown>[]> => tab.ours('room.reports');

  test('are names and numbers, and no text of the page', async () => {
    await run(prompt, "{kind:'none'}");
    await untilLog('seen');
    const [facts] = await reports();
    expect(facts).toMatchObject({
      boxes: 1,
      maxLength: 6,
      type: 'text',
      complaint: 'none',
      readiness: 'ready',
    });
    expect(JSON.stringify(facts)).not.toMatch(/Two-factor|authenticator app|Verify/);
  });

  test('that the page complains at its field', async () => {
    await run(prompt.replace('id="says">', 'id="says">Wrong token'), "{kind:'none'}");
    await untilLog('seen');
    expect((await reports())[0]).toMatchObject({ complaint: 'shown' });
  });

  test('that the user has not filled the rest of its form', async () => {
    const withPassword = prompt.replace(
      '<input id="n"',
      '<input id="p" type="password"><input id="n"',
    );
    await run(withPassword, "{kind:'none'}");
    await untilLog('seen');
    expect((await reports())[0]).toMatchObject({ readiness: 'held' });
    await tab.page.focus('#n');
    await until('another report', async () => (await reports()).length > 1 || undefined);
    expect((await reports()).at(-1)).toMatchObject({ readiness: 'ready' });
  });
});
