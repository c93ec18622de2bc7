/** Prompts that come late, go and come back: one code each, and none twice. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickPrimary, waitForElement, signIn } from '../../simulator/person.ts';
import { clickControl, typeIntoControl } from '../driver/controls.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { GENUINE } from './decoys.ts';
import {
  openPromptFixture,
  expectOneSubmit,
  waitForFilled,
  waitForSignedIn,
  type PromptFixture,
} from './prompt-fixture.ts';

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1' });
});
afterAll(() => fixture.close());

function valueOf(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((one) => document.querySelector<HTMLInputElement>(one)?.value, selector);
}

function waitForDigits(page: Page, selector: string): Promise<string> {
  return until(
    `six digits in ${selector}`,
    async () => {
      const value = await valueOf(page, selector);
      return value !== undefined && /^\d{6}$/.test(value) ? value : undefined;
    },
    60_000,
  );
}

/** What stands in the inputs of closed shadow roots too, which no script of a page can read. */
async function closedValue(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const boxes = nodes.filter((node) => node.role?.value === 'textbox');
  return boxes.map((node) => String(node.value?.value ?? '')).join('');
}

test('in a closed shadow root', async () => {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?variant=G-closed`);
  await typeIntoControl(page, { role: 'textbox', name: 'Email' }, email);
  await typeIntoControl(page, { role: 'textbox', name: 'Password' }, 'Latch-and-key-1');
  await clickControl(page, { role: 'button', name: 'Sign In' });
  await until(
    'six digits in the closed root',
    async () => {
      const value = await closedValue(page);
      return /^\d{6}$/.test(value) ? value : undefined;
    },
    60_000,
  );
  await clickControl(page, { role: 'button', name: 'Submit' });
  await waitForSignedIn(page);
  expectOneSubmit(fixture, email, 'accepted');
  await page.close();
});

test('left and come back to from the back/forward cache, still ends in one submit', async () => {
  const email = await fixture.newUser();
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?variant=B`);
  await signIn(page, email);
  await waitForFilled(page);
  await page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset['persisted'] = String(persisted);
    });
  });
  await page.goto('https://elsewhere.test/bare.html');
  await page.goBack();
  await until('the page from the cache', async () =>
    (await page.evaluate(() => document.documentElement.dataset['persisted'])) === 'true'
      ? true
      : undefined,
  );
  await waitForFilled(page);
  await clickPrimary(page);
  await waitForSignedIn(page);
  expectOneSubmit(fixture, email, 'accepted');
  await page.close();
});

test('first shown after the return from the back/forward cache, is filled', async () => {
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?mfa=none`);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await page.evaluate((markup) => {
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) document.body.innerHTML = markup;
    });
  }, GENUINE);
  await page.goto('https://elsewhere.test/bare.html');
  await page.goBack();
  await waitForDigits(page, '[name=code]');
  await page.close();
});

test('reached by single-page navigation, is filled', async () => {
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?mfa=none`);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await page.evaluate((markup) => {
    history.pushState(null, '', '/essential/step-up');
    document.body.innerHTML = markup;
  }, GENUINE);
  await waitForDigits(page, '[name=code]');
  await page.close();
});

test('in a dialog that appears long after the log-in, is filled', async () => {
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?mfa=none`);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await page.evaluate((markup) => {
    const dialog = document.createElement('dialog');
    dialog.innerHTML = markup;
    document.body.append(dialog);
    setTimeout(() => dialog.showModal(), 2_500);
  }, GENUINE);
  await waitForDigits(page, '[name=code]');
  await page.close();
});

test('drawn anew again and again while it is filled, gets one and the same code', async () => {
  const page = await fixture.newPage();
  await page.goto(`${PORTAL}?mfa=none`);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  await page.evaluate((markup) => {
    const codes = new Set<string>();
    let draws = 0;
    const draw = (): void => {
      document.body.innerHTML = markup;
      document.querySelector('input')?.addEventListener('input', ({ target }) => {
        const { value } = target as HTMLInputElement;
        if (value.length !== 6) return;
        codes.add(value);
        document.documentElement.dataset['codes'] = String(codes.size);
        if ((draws += 1) <= 1) requestAnimationFrame(draw);
      });
    };
    draw();
  }, GENUINE);
  await waitForDigits(page, '[name=code]');
  expect(await page.evaluate(() => document.documentElement.dataset['codes'])).toBe('1');
  await page.close();
});
