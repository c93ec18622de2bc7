/** A prompt from its first sight to its code, and what is reported of it. */
import { describe, expect, test } from 'vitest';
import { readPageText } from '../../../e2e/driver/controls.ts';
import { until } from '../../../e2e/driver/until.ts';
import { flowStage, give, prompt, request } from './flow-stage.ts';

const stage = flowStage();

test('a prompt is reported, filled and reported as filled', async () => {
  await stage.run(prompt, give());
  await stage.untilLog('filled');
  expect(await stage.value()).toBe('012345');
  expect(await stage.log()).toEqual(['seen', 'filled']);
});

test('a code that died on the way is not put in: another is asked for', async () => {
  await stage.run(prompt, give('never', 'Date.now() - 1'), "{kind:'none'}");
  await until('two asks', async () => (await stage.log()).length >= 2 || undefined);
  expect(await stage.value()).toBe('');
});

test('a code that dies before the page is seen not to send it is renewed, and not sent', async () => {
  const form = prompt.replace('return false', 'sent.push(n.value);return false');
  const next = give('once').replace('012345', '543210');
  await stage.run(`<script>var sent=[]</script>${form}`, give('once', 'Date.now()+2500'), next);
  const sent = await until('a press', () =>
    stage.tab.page.evaluate(() => {
      const values: unknown = Reflect.get(globalThis, 'sent');
      return Array.isArray(values) && values.length > 0 ? values.join() : undefined;
    }),
  );
  expect(sent).toBe('543210');
});

test('a wait ends with another ask', async () => {
  await stage.run(prompt, `{kind:'wait',untilMs:Date.now()+300}`, give());
  await stage.untilLog('filled');
  expect(await stage.log()).toEqual(['seen', 'seen', 'filled']);
});

test('digits the user typed himself stay', async () => {
  await stage.run(prompt.replace('id="n"', 'id="n" value="99"'), give());
  await stage.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await stage.value()).toBe('99');
});

describe('a field the page renders anew after the fill', () => {
  const renew = `var fresh=document.querySelector('#n').cloneNode();fresh.value='';document.querySelector('#n').replaceWith(fresh)`;

  test('is filled once more', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(renew);
    await until('a second fill', async () => (await stage.value()) === '012345' || undefined);
  });

  test('but not a third time', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(renew);
    // Not only written: while a fill still looks whether it stayed, it may write once more.
    await until('a second fill', async () => {
      const fills = (await stage.log()).filter((what) => what === 'filled');
      return fills.length === 2 || undefined;
    });
    await stage.tab.page.evaluate(renew);
    await stage.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await stage.value()).toBe('');
  });

  test('and not after the page has sent the code', async () => {
    await stage.run(prompt, give());
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(`${request}.then(function(){${renew}})`);
    await stage.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await stage.value()).toBe('');
  });
});

test('a prompt of which the background knows that it asks again, says so and stays empty', async () => {
  await stage.run(prompt, "{kind:'refused',untilMs:Date.now()+60000}", give());
  await until(
    'the badge',
    async () => (await readPageText(stage.tab.page)).includes('refused, in') || undefined,
  );
  expect(await stage.value()).toBe('');
  expect(await stage.log()).toEqual(['seen']);
});

describe('where the background was ended in the middle of its answer', () => {
  const offer = "{kind:'offer'}";
  const none = "new Error('no answer')";

  test('the same button gets the code at the next press', async () => {
    await stage.run(prompt, offer, none, give());
    await stage.pressUntil('no answer', { role: 'button', name: 'offer' });
    await stage.pressUntil('filled', { role: 'button', name: 'offer' });
    expect(await stage.value()).toBe('012345');
  });

  test('the prompt is reported anew when the user signs in', async () => {
    await stage.run(prompt, none, give());
    await stage.untilLog('no answer');
    await stage.tab.ours('room.signIn()');
    await stage.untilLog('filled');
    expect(await stage.value()).toBe('012345');
  });
});

describe('submitting', () => {
  const counting = `${prompt}<script>var presses=0;document.querySelector('#send').addEventListener('click',function(){presses++})</script>`;
  const presses = (): Promise<number> =>
    stage.tab.page.evaluate(() => (globalThis as unknown as { presses: number }).presses);

  test('happens never by itself', async () => {
    await stage.run(counting, give());
    await stage.untilLog('filled');
    expect(await presses()).toBe(0);
  });

  test('happens once where the user wants it', async () => {
    await stage.run(counting, give('once'));
    await until('a press', async () => (await presses()) > 0 || undefined);
    await stage.tab.page.evaluate(() =>
      document.querySelector('#n')?.setAttribute('class', 'again'),
    );
    await stage.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await presses()).toBe(1);
  });

  test('waits for a button that is dead until the page has seen all digits', async () => {
    const late = counting
      .replace('id="send"', 'id="send" disabled')
      .replace(
        '</script>',
        `;document.querySelector('#n').addEventListener('input',function(){setTimeout(function(){document.querySelector('#send').disabled=false},200)})</script>`,
      );
    await stage.run(late, give('once'));
    await until('a press', async () => (await presses()) > 0 || undefined);
  });

  test('knows the button of another way in from the one that sends', async () => {
    await stage.run(
      counting
        .replace('<form onsubmit="return false">', '<div>')
        .replace('</form>', '<button>Use a recovery code</button></div>'),
      give('once'),
    );
    await until('a press', async () => (await presses()) > 0 || undefined);
  });

  test('does not choose between two buttons that nothing tells apart', async () => {
    await stage.run(
      counting
        .replace('<form onsubmit="return false">', '<div>')
        .replace('</form>', '</div>')
        .replace('<button id="send">', '<button>Leave</button><button id="send">'),
      give('once'),
    );
    await stage.untilLog('filled');
    await stage.tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await presses()).toBe(0);
  });
});

describe('what is reported of a prompt', () => {
  const reports = (): Promise<readonly Record<string, unknown>[]> => stage.tab.ours('room.reports');

  test('are names and numbers, and no text of the page', async () => {
    await stage.run(prompt, "{kind:'none'}");
    await stage.untilLog('seen');
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
    await stage.run(prompt.replace('id="says">', 'id="says">Wrong token'), "{kind:'none'}");
    await stage.untilLog('seen');
    expect((await reports())[0]).toMatchObject({ complaint: 'shown' });
  });

  test('that the user has not filled the rest of its form', async () => {
    const withPassword = prompt.replace(
      '<input id="n"',
      '<input id="p" type="password"><input id="n"',
    );
    await stage.run(withPassword, "{kind:'none'}");
    await stage.untilLog('seen');
    expect((await reports())[0]).toMatchObject({ readiness: 'held' });
    await stage.tab.page.focus('#n');
    await until('another report', async () => (await reports()).length > 1 || undefined);
    expect((await reports()).at(-1)).toMatchObject({ readiness: 'ready' });
  });
});
