/** Several accounts fit: our own small window at the field asks which one. */
import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  BARE,
  CHOOSE,
  askingScene,
  chooserAfter,
  choosers,
  isClosed,
  isFilledAt,
  openChooser,
  waitForRow,
} from './asking.ts';
import { giveCommand } from './signals.ts';

const scene = askingScene();

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the page's viewport begins on the screen, as a mouse on the page feels it. */
async function originOnScreen(): Promise<Point> {
  await scene.page.evaluate(() => {
    const note = ({ screenX, screenY, clientX, clientY }: MouseEvent): void => {
      document.documentElement.dataset['origin'] = `${screenX - clientX},${screenY - clientY}`;
    };
    window.addEventListener('mousemove', note);
  });
  const origin = await until('a mouse on the page', async () => {
    await scene.page.mouse.move(300, 400);
    await scene.page.mouse.move(301, 401);
    return scene.page.evaluate(() => document.documentElement.dataset['origin']);
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
  const [window, ...more] = await choosers(scene);
  expect(more).toEqual([]);
  expect(Math.abs((window?.left ?? 0) - x)).toBeLessThan(2);
  const gap = (window?.top ?? 0) - y;
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(8);
}

test('a click opens it under the field, a click in it fills', async () => {
  const origin = await originOnScreen();
  const corner = await cornerOf(scene.page, '#code');
  const chooser = await openChooser(scene);
  await waitForRow(scene, chooser);
  await expectUnder({ x: origin.x + corner.x, y: origin.y + corner.y });
  await clickControl(chooser, { role: 'button', name: new RegExp(scene.email) });
  await isClosed(chooser);
  await isFilledAt(scene);
});

test('from the field to the filled field by keyboard alone', async () => {
  await scene.page.focus('#code');
  await scene.page.keyboard.press('ArrowDown');
  const chooser = await chooserAfter(scene, () => scene.page.keyboard.press('Enter'));
  await waitForRow(scene, chooser);
  await until('the account', async () => {
    await chooser.keyboard.press('ArrowDown');
    return chooser.evaluate(
      (name) => document.activeElement?.textContent.includes(name) === true || undefined,
      scene.email,
    );
  });
  // It closes under the key, which may take the driver's answer along.
  await chooser.keyboard.press('Enter').catch(() => undefined);
  await isClosed(chooser);
  await isFilledAt(scene);
  expect(await scene.page.evaluate(() => document.hasFocus())).toBe(true);
});

test('an account of another site can be chosen, and belongs to this one from then on', async () => {
  const accountsNow = async (): Promise<readonly AccountView[]> =>
    (await askAsOwnPage(scene.own, 'accounts', { bin: 'live' })) as readonly AccountView[];
  const isOurs = ({ label }: AccountView): boolean => label === scene.email;
  const id = (await accountsNow()).find(isOurs)?.id;
  await askAsOwnPage(scene.own, 'accountChange', { id, change: { sites: [] } });
  const chooser = await openChooser(scene);
  await clickControl(chooser, { role: 'button', name: english('choose_all') });
  await clickControl(chooser, { role: 'button', name: new RegExp(scene.email) });
  await isClosed(chooser);
  await isFilledAt(scene);
  expect((await accountsNow()).find(isOurs)?.sites).toEqual(['vms-cloud']);
});

test('the keyboard command opens it where several accounts fit', async () => {
  await giveCommand(scene.driven, scene.page);
  const chooser = await scene.driven.waitForWindow('account-picker.html');
  await clickControl(chooser, { role: 'button', name: new RegExp(scene.email) });
  await isClosed(chooser);
  await isFilledAt(scene);
});

describe('in a frame', () => {
  /** The page is now a frame with the prompt, and a window of ours asks for it. */
  async function chooserInFrame(src: string): Promise<{ chooser: Page; frame: Frame }> {
    await scene.page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'margin:90px;border:5px solid;width:600px;height:300px';
      frame.src = address;
      document.body.replaceChildren(frame);
    }, src);
    const frame = await until('the frame', async () => {
      const inside = scene.page
        .frames()
        .find((one) => one.url() === src && one !== scene.page.mainFrame());
      // Its document may still be on the way.
      const field = await inside?.$('#code').catch(() => undefined);
      return field ? inside : undefined;
    });
    await waitForControl(scene.page, CHOOSE);
    await frame.focus('#code');
    await scene.page.keyboard.press('ArrowDown');
    return { frame, chooser: await chooserAfter(scene, () => scene.page.keyboard.press('Enter')) };
  }

  test('of the same origin it stands under the field, too', async () => {
    const origin = await originOnScreen();
    const { chooser, frame } = await chooserInFrame(BARE);
    const corner = await cornerOf(frame, '#code');
    const shift = await scene.page.$eval('iframe', (element) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: left + element.clientLeft, y: top + element.clientTop };
    });
    await expectUnder({ x: origin.x + shift.x + corner.x, y: origin.y + shift.y + corner.y });
    await chooser.close();
  });

  test('of another origin, which does not know its place, it opens as well and fills', async () => {
    const { chooser, frame } = await chooserInFrame('https://id.tplinkcloud.com/bare.html');
    await clickControl(chooser, { role: 'button', name: new RegExp(scene.email) });
    await isClosed(chooser);
    await isFilledAt(scene, frame);
  });
});
