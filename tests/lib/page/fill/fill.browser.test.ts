import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boxes } from '../field/pages/page.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const field = (attributes: string): string =>
  `<form onsubmit="count('submit');return false"><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><input id="n" ${attributes}><button>Verify</button></form>`;
const six = (attributes: string): string =>
  `<h2>Two-factor authentication</h2><p>Code from your authenticator app</p>${boxes(6, attributes)}<button>Verify</button>`;

/** `script` runs in the page's own world, with `inputs` (the page's fields) and `count(name)`. */
async function show(html: string, script = ''): Promise<void> {
  await tab.show(
    `<script>var counts={};function count(name){counts[name]=(counts[name]||0)+1}</script>${html}
     <script>var inputs=[...document.querySelectorAll('#n,.box')];${script}</script>`,
  );
}
const fill = (digits = '012345'): Promise<string> =>
  tab.ours(`room.fillHere(${JSON.stringify(digits)})`);
const held = (): Promise<string> =>
  tab.page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('#n,.box')].map((one) => one.value).join(''),
  );
const counted = (name: string): Promise<number> =>
  tab.page.evaluate(
    (key) => (globalThis as unknown as { counts: Record<string, number> }).counts[key] ?? 0,
    name,
  );

/** As React does: the element's own value property remembers; an input event that brought nothing new is none. */
const CONTROLLED = `inputs.forEach(function(input){
  var own=Object.getOwnPropertyDescriptor(HTMLInputElement.prototype,'value');
  var state='',tracked='';
  Object.defineProperty(input,'value',{configurable:true,get:function(){return own.get.call(this)},set:function(v){tracked=''+v;own.set.call(this,v)}});
  input.addEventListener('input',function(){var v=own.get.call(input);if(v!==tracked){tracked=v;state=v.replace(/\\D/g,'')}queueMicrotask(function(){own.set.call(input,state)})});
  (function render(){if(own.get.call(input)!==state)own.set.call(input,state);requestAnimationFrame(render)})();
});`;

describe('one field is filled', () => {
  test.each([
    ['plain', 'maxlength="6"'],
    ['of type number, with a leading zero', 'type="number"'],
    ['of type tel', 'type="tel" maxlength="6"'],
    ['of type password', 'type="password" inputmode="numeric" maxlength="6"'],
  ])('%s', async (_, attributes) => {
    await show(field(attributes));
    expect(await fill()).toBe('filled');
    expect(await held()).toBe('012345');
  });

  test('controlled by the page, which puts back what it did not hear of', async () => {
    await show(field('maxlength="6"'), CONTROLLED);
    expect(await fill()).toBe('filled');
    await tab.page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await held()).toBe('012345');
  });

  test('with the events of typing, in their order: a change when the field is left', async () => {
    await show(
      field('maxlength="6"'),
      `var seen=[];['focus','input','change'].forEach(function(name){inputs[0].addEventListener(name,function(e){seen.push(name+(e.inputType?':'+e.inputType:''))})})`,
    );
    await fill();
    const seen = (): Promise<readonly string[]> =>
      tab.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(await seen()).toEqual(['focus', 'input:insertText']);
    await tab.page.evaluate(() => document.querySelector<HTMLElement>('#n')?.blur());
    expect(await seen()).toEqual(['focus', 'input:insertText', 'change']);
  });

  test('and grouped by the page itself', async () => {
    await show(
      field('placeholder="123 456"'),
      `inputs[0].addEventListener('input',function(){this.value=this.value.replace(/(\\d{3})(?=\\d)/,'$1 ')})`,
    );
    expect(await fill()).toBe('filled');
    expect(await held()).toBe('012 345');
  });

  test('once more where the page put the first value back', async () => {
    await show(
      field('maxlength="6"'),
      `var times=0;inputs[0].addEventListener('input',function(){if(times++===0)setTimeout(function(){inputs[0].value=''})})`,
    );
    expect(await fill()).toBe('filled');
    expect(await held()).toBe('012345');
  });

  test('once more where the page replaced the node', async () => {
    await show(
      field('maxlength="6"'),
      `var times=0;inputs[0].addEventListener('input',function(){if(times++===0){var fresh=inputs[0].cloneNode();fresh.value='';inputs[0].replaceWith(fresh)}})`,
    );
    expect(await fill()).toBe('filled');
    expect(await held()).toBe('012345');
  });
});

describe('a row of boxes is filled', () => {
  const MOVE = `inputs.forEach(function(input,at){input.addEventListener('input',function(){if(this.value&&inputs[at+1])inputs[at+1].focus()})});`;
  test.each([
    ['plain', ''],
    ['moving the focus itself', MOVE],
    [
      'moving the focus later',
      MOVE.replace('inputs[at+1].focus()', 'setTimeout(function(){inputs[at+1].focus()},5)'),
    ],
    ['controlled', CONTROLLED],
    [
      'keeping one digit of whatever comes',
      `inputs.forEach(function(input){input.addEventListener('input',function(){this.value=this.value.slice(-1)})});`,
    ],
    [
      'opening a box when the one before it is filled',
      `function open(){var next=inputs.findIndex(function(one){return !one.value});inputs.forEach(function(one,at){one.disabled=at!==next})}open();inputs.forEach(function(one){one.addEventListener('input',function(){setTimeout(open)})});`,
    ],
    [
      'collecting a paste only',
      `var state=['','','','','',''];inputs.forEach(function(input,at){input.addEventListener('paste',function(e){e.preventDefault();state=e.clipboardData.getData('text').split('')});(function render(){if(input.value!==state[at])input.value=state[at];requestAnimationFrame(render)})()});`,
    ],
    [
      'listening to keys only',
      `var state=['','','','','',''];inputs.forEach(function(input,at){input.addEventListener('keydown',function(e){if(/^\\d$/.test(e.key)){state[at]=e.key;e.preventDefault();if(inputs[at+1])inputs[at+1].focus()}});(function render(){if(input.value!==state[at])input.value=state[at];requestAnimationFrame(render)})()});`,
    ],
  ])('%s', async (_, script) => {
    await show(six('maxlength="1"'), script);
    expect(await fill()).toBe('filled');
    expect(await held()).toBe('012345');
  });

  test('and sent once by a page that sends on the sixth digit and empties its boxes', async () => {
    await show(
      six('maxlength="1"'),
      `${MOVE}inputs[5].addEventListener('input',function(){count('sent');fetch('/answer').then(function(){inputs.forEach(function(one){one.value=''})})})`,
    );
    await fill();
    await tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await counted('sent')).toBe(1);
  });
});

test('a page that keeps refusing the value is tried twice, not more', async () => {
  await show(
    field('maxlength="6"'),
    `inputs[0].addEventListener('input',function(){count('tries');this.value=''})`,
  );
  expect(await fill()).toBe('not-filled');
  expect(await counted('tries')).toBe(2);
});

test('nothing is filled twice once the page has sent a form', async () => {
  await show(
    field('maxlength="6"'),
    `inputs[0].addEventListener('input',function(){count('tries');this.form.requestSubmit();this.value=''})`,
  );
  await fill();
  expect(await counted('tries')).toBe(1);
  expect(await counted('submit')).toBe(1);
});

test('filling never submits', async () => {
  await show(field('maxlength="6"'));
  await fill();
  expect(await counted('submit')).toBe(0);
});

test('the page stays where the user scrolled it', async () => {
  await show(`<div style="height:3000px"></div>${field('maxlength="6"')}`);
  await tab.page.evaluate(() => scrollTo(0, 700));
  await fill();
  expect(await tab.page.evaluate(() => scrollY)).toBe(700);
});

test('a row that does not have as many boxes as the code has digits is left alone', async () => {
  await show(six('maxlength="1"'));
  expect(await fill('01234567')).toBe('not-filled');
  expect(await held()).toBe('');
});

describe('while the user is in another field', () => {
  const withName = `<form onsubmit="return false"><label>Device <input id="other"></label><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><input id="n" maxlength="6"><button>Verify</button></form>`;

  test('the code goes in, and the focus stays', async () => {
    await show(withName, `inputs[0].addEventListener('change',function(){count('change')})`);
    await tab.page.focus('#other');
    expect(await fill()).toBe('filled');
    expect(await held()).toBe('012345');
    expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('other');
    // The field is never left, so that its change comes at once.
    expect(await counted('change')).toBe(1);
  });

  test('a page that sends on both events sends the code once', async () => {
    await show(
      withName,
      `['input','change'].forEach(function(name){inputs[0].addEventListener(name,function(){if(this.value.length===6){count('sent');this.form.requestSubmit()}})})`,
    );
    await tab.page.focus('#other');
    expect(await fill()).toBe('filled');
    expect(await counted('sent')).toBe(1);
  });
});

test('a page that listens to both events hears of a code once, until the field is left', async () => {
  await show(
    field('maxlength="6"'),
    `['input','change'].forEach(function(name){inputs[0].addEventListener(name,function(){if(this.value.length===6)count('tries')})})`,
  );
  await fill();
  expect(await counted('tries')).toBe(1);
});

test('a field that the page disables after sending is filled, not tried again', async () => {
  await show(
    field('maxlength="6"'),
    `inputs[0].addEventListener('input',function(){count('tries');this.value='';this.disabled=true})`,
  );
  expect(await fill()).toBe('filled');
  expect(await counted('tries')).toBe(1);
});
