import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { waitForControl } from '../driver/controls.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, lockVault, unlock } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { openPromptFixture, type PromptFixture } from '../every-prompt/prompt-fixture.ts';
import { giveCommand, insertByMenu } from './signals.ts';

/** Nobody signed in here, so nothing is filled by itself. */
const BARE = `${PORTAL}bare.html`;
const OFFER = { role: 'button', name: english('prompt_offer') } as const;

let fixture: PromptFixture;
let driven: DrivenBrowser;
let own: Page;
let page: Page;
beforeAll(async () => {
  fixture = await openPromptFixture();
  ({ driven } = fixture);
  own = await driven.openOwn('options.html');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  // One account in the vault, and one that has given no code in this step.
  const before = await askAsOwnPage(own, 'accounts', { bin: 'live' });
  for (const { id } of before as readonly { readonly id: string }[])
    await askAsOwnPage(own, 'accountBin', { id });
  await fixture.newUser();
  page = await driven.newPage(BARE);
  // The button means: the prompt was seen, and was given nothing.
  await waitForControl(page, OFFER);
  return () => page.close();
});

function valueOf(selector: string): Promise<string> {
  return page.$eval(selector, (field) => (field as HTMLInputElement).value);
}

async function digitsIn(selector: string): Promise<string> {
  return until(
    `six digits in ${selector}`,
    async () => {
      const value = await valueOf(selector);
      return /^\d{6}$/.test(value) ? value : undefined;
    },
    60_000,
  );
}

/** A field that no finder would take for a prompt's. */
async function addOddField(): Promise<void> {
  await page.evaluate(() => {
    const odd = document.createElement('input');
    odd.id = 'odd';
    odd.placeholder = 'Voucher';
    document.body.append(odd);
  });
}

describe('the keyboard command', () => {
  test('fills the prompt of the tab in front', async () => {
    expect(await valueOf('#code')).toBe('');
    await giveCommand(driven, page);
    await digitsIn('#code');
  });

  test('with a locked vault opens the unlock window, and the field is filled after the unlocking', async () => {
    await lockVault(driven);
    await page.bringToFront();
    await giveCommand(driven, page);
    await unlock(await driven.waitForWindow('unlock.html'));
    await page.bringToFront();
    await digitsIn('#code');
  });

  test('where nothing asks for a code opens the popup', async () => {
    await page.goto(`${PORTAL}?language=de`);
    await giveCommand(driven, page);
    await (await driven.waitForWindow('popup.html')).close();
  });
});

describe("'Fill 2FA code here' in the menu of a right click", () => {
  test('fills the field that was clicked, whatever it looks like, and no other', async () => {
    await addOddField();
    await insertByMenu(driven, page, '#odd');
    await digitsIn('#odd');
    expect(await valueOf('#code')).toBe('');
  });

  test('finds it in a closed shadow root, which no script of the page can enter', async () => {
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.id = 'host';
      document.body.append(host);
      const field = document.createElement('input');
      field.addEventListener('input', () => {
        host.dataset['typed'] = field.value;
      });
      host.style.width = 'max-content';
      host.attachShadow({ mode: 'closed' }).append(field);
    });
    await insertByMenu(driven, page, '#host');
    await until(
      'six digits in the closed root',
      async () => {
        const typed = await page.$eval('#host', (host) => (host as HTMLElement).dataset['typed']);
        return typed !== undefined && /^\d{6}$/.test(typed) ? typed : undefined;
      },
      60_000,
    );
  });

  test('with a locked vault fills it after the unlocking, without another click', async () => {
    await addOddField();
    await lockVault(driven);
    await page.bringToFront();
    await insertByMenu(driven, page, '#odd');
    await unlock(await driven.waitForWindow('unlock.html'));
    await page.bringToFront();
    await digitsIn('#odd');
  });

  test('a right click that the page made up points at nothing', async () => {
    await addOddField();
    await page.evaluate(() => {
      const click = new MouseEvent('contextmenu', { bubbles: true, composed: true });
      document.querySelector('#odd')?.dispatchEvent(click);
    });
    await insertByMenu(driven, page, 'h1');
    // The command reaches the prompt only when all before it was done.
    await giveCommand(driven, page);
    await digitsIn('#code');
    expect(await valueOf('#odd')).toBe('');
  });
});
