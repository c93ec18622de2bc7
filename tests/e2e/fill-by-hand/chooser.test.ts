/** Several accounts fit: our own small window at the field asks which one. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { genuinePromptIsFilled, openStage, type Stage } from '../every-prompt/stage.ts';
import { findStored, replyOf, store } from '../vault/own-page.ts';
import { giveCommand } from './signals.ts';

/** Nobody signed in here, so nobody was named. */
const BARE = `${PORTAL}bare.html`;
const CHOOSE = { role: 'button', name: english('prompt_choose') } as const;

let stage: Stage;
let driven: DrivenBrowser;
let own: Page;
let page: Page;
/** One of two accounts, new each time: a code is given once in its step. */
let email: string;
beforeAll(async () => {
  // The usual screen without a display is smaller than the browser's window, and the browser moves ours into it.
  const args = ['--screen-info={1600x1200}'];
  stage = await openStage({}, (simulator) => launch({ simulator, args }));
  ({ driven } = stage);
  own = await driven.openOwn('options.html');
});
afterAll(() => stage.close());
beforeEach(async () => {
  const before = await askAsOwnPage(own, 'accounts', { bin: 'live' });
  for (const { id } of before as readonly { readonly id: string }[])
    await askAsOwnPage(own, 'accountBin', { id });
  await stage.newUser('other');
  email = await stage.newUser('zoe');
  page = await pageThatAsks();
  return () => page.close();
});

async function pageThatAsks(): Promise<Page> {
  const asking = await stage.newPage('window');
  await asking.goto(BARE);
  await waitForControl(asking, CHOOSE);
  return asking;
}

/** Presses until the press counts: one on a page that still moves does not. */
function chooserAfter(press: () => Promise<void>): Promise<Page> {
  return until('our window', async () => {
    await press();
    return driven.waitForWindow('choose.html', 3_000).catch(() => undefined);
  });
}

const openChooser = (at = page): Promise<Page> => chooserAfter(() => clickControl(at, CHOOSE));

/** The one account of a person in our window, once a press on it counts. */
async function waitForRow(chooser: Page): Promise<void> {
  await waitForControl(chooser, { role: 'button', name: new RegExp(email) });
}

function digitsOf(asking: Page | Frame): Promise<string> {
  return asking.$eval('#code', (field) => (field as HTMLInputElement).value);
}

async function isFilledAt(asking: Page | Frame = page): Promise<void> {
  const digits = await until('six digits in the field', async () => {
    const value = await digitsOf(asking);
    return /^\d{6}$/.test(value) ? value : undefined;
  });
  expect(digits).toBe(stage.simulator.codeFor(email));
}

async function isClosed(chooser: Page): Promise<void> {
  await until('our window to close', () => chooser.isClosed() || undefined);
}

/** Windows of ours that ask, as the browser counts them. */
function choosers(): Promise<readonly { readonly left: number; readonly top: number }[]> {
  return own.evaluate(async (url) => {
    const windows = await chrome.windows.getAll({ populate: true });
    return windows
      .filter(({ tabs = [] }) => tabs.some((tab) => tab.url === url))
      .map(({ left = 0, top = 0 }) => ({ left, top }));
  }, driven.urlOf('choose.html'));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the page's viewport begins on the screen, as a mouse on the page feels it. */
async function originOnScreen(): Promise<Point> {
  await page.evaluate(() => {
    const note = ({ screenX, screenY, clientX, clientY }: MouseEvent): void => {
      document.documentElement.dataset['origin'] = `${screenX - clientX},${screenY - clientY}`;
    };
    window.addEventListener('mousemove', note);
  });
  const origin = await until('a mouse on the page', async () => {
    await page.mouse.move(300, 400);
    await page.mouse.move(301, 401);
    return page.evaluate(() => document.documentElement.dataset['origin']);
  });
  const [x = 0, y = 0] = origin.split(',').map(Number);
  return { x, y };
}

/** The lower left corner of an element in the viewport of its document. */
function cornerOf(frame: Page | Frame, selector: string): Promise<Point> {
  return frame.$eval(selector, (element) => {
    const { left, bottom } = element.getBoundingClientRect();
    return { x: left, y: bottom };
  });
}

/** The one window of ours stands right under this point of the page, its edge at it. */
async function expectUnder({ x, y }: Point): Promise<void> {
  const [window, ...more] = await choosers();
  expect(more).toEqual([]);
  expect(Math.abs((window?.left ?? 0) - x)).toBeLessThan(2);
  const gap = (window?.top ?? 0) - y;
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(8);
}

test('a click opens it under the field, a click in it fills', async () => {
  const origin = await originOnScreen();
  const corner = await cornerOf(page, '#code');
  const chooser = await openChooser();
  await waitForRow(chooser);
  await expectUnder({ x: origin.x + corner.x, y: origin.y + corner.y });
  await clickControl(chooser, { role: 'button', name: new RegExp(email) });
  await isClosed(chooser);
  await isFilledAt();
});

test('from the field to the filled field by keyboard alone', async () => {
  await page.focus('#code');
  await page.keyboard.press('ArrowDown');
  const chooser = await chooserAfter(() => page.keyboard.press('Enter'));
  await waitForRow(chooser);
  await until('the account', async () => {
    await chooser.keyboard.press('ArrowDown');
    return chooser.evaluate(
      (name) => document.activeElement?.textContent.includes(name) === true || undefined,
      email,
    );
  });
  // It closes under the key, which may take the driver's answer along.
  await chooser.keyboard.press('Enter').catch(() => undefined);
  await isClosed(chooser);
  await isFilledAt();
  expect(await page.evaluate(() => document.hasFocus())).toBe(true);
});

test('the keyboard command opens it where several accounts fit', async () => {
  await giveCommand(driven, page);
  const chooser = await driven.waitForWindow('choose.html');
  await clickControl(chooser, { role: 'button', name: new RegExp(email) });
  await isClosed(chooser);
  await isFilledAt();
});

describe('in a frame', () => {
  /** The page is now a frame with the prompt, and a window of ours asks for it. */
  async function chooserInFrame(src: string): Promise<{ chooser: Page; frame: Frame }> {
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'margin:90px;border:5px solid;width:600px;height:300px';
      frame.src = address;
      document.body.replaceChildren(frame);
    }, src);
    const frame = await until('the frame', async () => {
      const inside = page.frames().find((one) => one.url() === src && one !== page.mainFrame());
      // Its document may still be on the way.
      const field = await inside?.$('#code').catch(() => undefined);
      return field ? inside : undefined;
    });
    await waitForControl(page, CHOOSE);
    await frame.focus('#code');
    await page.keyboard.press('ArrowDown');
    return { frame, chooser: await chooserAfter(() => page.keyboard.press('Enter')) };
  }

  test('of the same origin it stands under the field, too', async () => {
    const origin = await originOnScreen();
    const { chooser, frame } = await chooserInFrame(BARE);
    const corner = await cornerOf(frame, '#code');
    const shift = await page.$eval('iframe', (element) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: left + element.clientLeft, y: top + element.clientTop };
    });
    await expectUnder({ x: origin.x + shift.x + corner.x, y: origin.y + shift.y + corner.y });
    await chooser.close();
  });

  test('of another origin, which does not know its place, it opens as well and fills', async () => {
    const { chooser, frame } = await chooserInFrame('https://id.tplinkcloud.com/bare.html');
    await clickControl(chooser, { role: 'button', name: new RegExp(email) });
    await isClosed(chooser);
    await isFilledAt(frame);
  });
});

describe('nothing is filled when', () => {
  /** Something of ours was filled meanwhile: so this could have been. */
  async function isLeftEmpty(): Promise<void> {
    await genuinePromptIsFilled(stage);
    expect(await digitsOf(page)).toBe('');
  }

  test('the user goes back by Escape, and the page has the focus again', async () => {
    const chooser = await openChooser();
    await waitForRow(chooser);
    await chooser.keyboard.press('Escape').catch(() => undefined);
    await isClosed(chooser);
    expect(await page.evaluate(() => document.hasFocus())).toBe(true);
    await isLeftEmpty();
  });

  test('the page is left meanwhile, and the window closes', async () => {
    const chooser = await openChooser();
    await waitForRow(chooser);
    await page.goto(BARE);
    await isClosed(chooser);
    await waitForControl(page, CHOOSE);
    await isLeftEmpty();
  });

  test('the page was left without a word', async () => {
    const chooser = await openChooser();
    await waitForRow(chooser);
    const [prompts, open] = await Promise.all(
      ['prompts', 'chooser'].map((key) => findStored(own, 'session', key)),
    );
    await page.goto(BARE);
    await isClosed(chooser);
    await waitForControl(page, CHOOSE);
    const { promptId } = open as { promptId: string };
    await store(own, 'session', { prompts, chooser: open });
    const gone = { ok: false, code: 'prompt-gone' };
    expect(await replyOf(own, 'chooser', {})).toEqual(gone);
    const [account] = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as { id: string }[];
    expect(await replyOf(own, 'choose', { promptId, id: account?.id })).toEqual(gone);
    await isLeftEmpty();
    await askAsOwnPage(own, 'chooserLeave', {});
  });

  test('the vault is locked meanwhile, and the window closes', async () => {
    const chooser = await openChooser();
    await waitForRow(chooser);
    await askAsOwnPage(own, 'lock', {});
    await isClosed(chooser);
    await askAsOwnPage(own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
    await isLeftEmpty();
  });

  test('the page made the presses up, and no window opens', async () => {
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>(':root > [popover]');
      const more = { bubbles: true, composed: true, cancelable: true };
      for (const target of [host, document.querySelector('#code')]) {
        for (const key of ['ArrowDown', 'Enter', ' ']) {
          for (const name of ['keydown', 'keypress', 'keyup'])
            target?.dispatchEvent(new KeyboardEvent(name, { ...more, key }));
        }
        for (const name of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target?.dispatchEvent(new PointerEvent(name, more));
      }
      host?.focus();
      host?.click();
    });
    await isLeftEmpty();
    expect(await choosers()).toEqual([]);
  });
});

test('the window closes with the tab it asks for', async () => {
  const asking = await pageThatAsks();
  const chooser = await openChooser(asking);
  await waitForRow(chooser);
  await asking.close();
  await isClosed(chooser);
});

test('there is one at most: a press elsewhere takes its place, and only its own prompt is filled', async () => {
  const first = await openChooser();
  await waitForRow(first);
  const asking = await pageThatAsks();
  const second = await openChooser(asking);
  await isClosed(first);
  expect(await choosers()).toHaveLength(1);
  await clickControl(second, { role: 'button', name: new RegExp(email) });
  await isFilledAt(asking);
  expect(await digitsOf(page)).toBe('');
  await asking.close();
});
