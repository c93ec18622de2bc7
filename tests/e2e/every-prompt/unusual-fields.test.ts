/** Code fields that are no plain input: each is filled with no click, right after a log-in by hand. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waitForElement } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { openPromptFixture, type PromptFixture } from './prompt-fixture.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
});
afterAll(() => fixture.close());

const READ_ONLY_BOX =
  '<input readonly tabindex="-1" aria-hidden="true" style="width:40px;height:40px;box-sizing:border-box">';
const THREE = '<input class="code" maxlength="3" inputmode="numeric" style="width:80px">';

/** Each field's markup; those of class `code` are to hold the digits. */
const FIELDS: Readonly<Record<string, string>> = {
  'a text area': '<label>Code <textarea class="code" rows="1"></textarea></label>',
  'an editable element':
    '<div class="code" contenteditable="true" role="textbox" aria-label="Code" style="width:200px;height:24px;border:1px solid"></div>',
  'a see-through input over read-only boxes': `<div style="position:relative;width:300px;height:44px"><div style="display:flex;gap:6px">${READ_ONLY_BOX.repeat(6)}</div><input class="code" maxlength="6" style="position:absolute;inset:0;opacity:0"></div>`,
  'an input with a mask in its value': '<input class="code" value="___ ___">',
  'two boxes of three digits': `${THREE} – ${THREE}`,
};

/** What stands in the fields of class `code`, and what the page heard of in its `input` events. */
function typedIn(page: Page): Promise<{ readonly shown: string; readonly heard: string }> {
  return page.evaluate(() => {
    const textOf = (element: HTMLElement): string =>
      'value' in element ? String(element.value) : element.textContent;
    const fields = [...document.querySelectorAll<HTMLElement>('.code')];
    const heard = fields.map((field) => field.dataset['heard'] ?? '');
    return { shown: fields.map(textOf).join(''), heard: heard.join('') };
  });
}

test.each(Object.entries(FIELDS))('%s', async (_name, markup) => {
  const page = await fixture.newPage();
  await page.goto(PORTAL);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await page.evaluate((html) => {
    document.body.innerHTML = `<form><h1>Two-factor authentication</h1><p>Enter the code from your authenticator app.</p>${html}<button type="button">Verify</button></form>`;
    document.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLElement)
        target.dataset['heard'] = 'value' in target ? String(target.value) : target.textContent;
    });
  }, markup);
  const { shown, heard } = await until('six digits', async () => {
    const typed = await typedIn(page);
    return /^\d{6}$/.test(typed.shown) ? typed : undefined;
  });
  expect(heard).toBe(shown);
  await page.close();
});
