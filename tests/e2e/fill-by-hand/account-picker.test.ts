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
  askingFixture,
  chooserAfter,
  choosers,
  waitForClosed,
  expectFilled,
  openChooser,
  waitForRow,
} from './asking-fixture.ts';
import { giveCommand } from './signals.ts';

const fixture = askingFixture();

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the page's viewport begins on the screen, as a mouse on the page feels it. */
async function originOnScreen(): Promise<Point> {
  await fixture.page.evaluate(() => {
    const note = ({ screenX, screenY, clientX, clientY }: MouseEvent): void => {
      document.documentElement.dataset['origin'] = `${screenX - clientX},${screenY - clientY}`;
    };
    window.addEventListener('mousemove', note);
  });
  const origin = await until('a mouse on the page', async () => {
    await fixture.page.mouse.move(300, 400);
    await fixture.page.mouse.move(301, 401);
    return fixture.page.evaluate(() => document.documentElement.dataset['origin']);
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
  const [window, ...more] = await choosers(fixture);
  expect(more).toEqual([]);
  expect(Math.abs((window?.left ?? 0) - x)).toBeLessThan(2);
  const gap = (window?.top ?? 0) - y;
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(8);
}

test('a click opens it under the field, a click in it fills', async () => {
  const origin = await originOnScreen();
  const corner = await cornerOf(fixture.page, '#code');
  const chooser = await openChooser(fixture);
  await waitForRow(fixture, chooser);
  await expectUnder({ x: origin.x + corner.x, y: origin.y + corner.y });
  await clickControl(chooser, { role: 'button', name: new RegExp(fixture.email) });
  await waitForClosed(chooser);
  await expectFilled(fixture);
});

test('from the field to the filled field by keyboard alone', async () => {
  await fixture.page.focus('#code');
  await fixture.page.keyboard.press('ArrowDown');
  const chooser = await chooserAfter(fixture, () => fixture.page.keyboard.press('Enter'));
  await waitForRow(fixture, chooser);
  await until('the account', async () => {
    await chooser.keyboard.press('ArrowDown');
    return chooser.evaluate(
      (name) => document.activeElement?.textContent.includes(name) === true || undefined,
      fixture.email,
    );
  });
  // It closes under the key, which may take the driver's answer along.
  await chooser.keyboard.press('Enter').catch(() => undefined);
  await waitForClosed(chooser);
  await expectFilled(fixture);
  expect(await fixture.page.evaluate(() => document.hasFocus())).toBe(true);
});

test('an account of another site can be chosen, and belongs to this one from then on', async () => {
  const accountsNow = async (): Promise<readonly AccountView[]> =>
    (await askAsOwnPage(fixture.own, 'accounts', { bin: 'live' })) as readonly AccountView[];
  const isOurs = ({ label }: AccountView): boolean => label === fixture.email;
  const id = (await accountsNow()).find(isOurs)?.id;
  await askAsOwnPage(fixture.own, 'accountChange', { id, change: { sites: [] } });
  const chooser = await openChooser(fixture);
  await clickControl(chooser, { role: 'button', name: english('choose_all') });
  await clickControl(chooser, { role: 'button', name: new RegExp(fixture.email) });
  await waitForClosed(chooser);
  await expectFilled(fixture);
  expect((await accountsNow()).find(isOurs)?.sites).toEqual(['vms-cloud']);
});

test('the keyboard command opens it where several accounts fit', async () => {
  await giveCommand(fixture.driven, fixture.page);
  const chooser = await fixture.driven.waitForWindow('account-picker.html');
  await clickControl(chooser, { role: 'button', name: new RegExp(fixture.email) });
  await waitForClosed(chooser);
  await expectFilled(fixture);
});

describe('in a frame', () => {
  /** The page is now a frame with the prompt, and a window of ours asks for it. */
  async function chooserInFrame(src: string): Promise<{ chooser: Page; frame: Frame }> {
    await fixture.page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'margin:90px;border:5px solid;width:600px;height:300px';
      frame.src = address;
      document.body.replaceChildren(frame);
    }, src);
    const frame = await until('the frame', async () => {
      const inside = fixture.page
        .frames()
        .find((one) => one.url() === src && one !== fixture.page.mainFrame());
      // Its document may still be on the way.
      const field = await inside?.$('#code').catch(() => undefined);
      return field ? inside : undefined;
    });
    await waitForControl(fixture.page, CHOOSE);
    await frame.focus('#code');
    await fixture.page.keyboard.press('ArrowDown');
    return {
      frame,
      chooser: await chooserAfter(fixture, () => fixture.page.keyboard.press('Enter')),
    };
  }

  test('of the same origin it stands under the field, too', async () => {
    const origin = await originOnScreen();
    const { chooser, frame } = await chooserInFrame(BARE);
    const corner = await cornerOf(frame, '#code');
    const shift = await fixture.page.$eval('iframe', (element) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: left + element.clientLeft, y: top + element.clientTop };
    });
    await expectUnder({ x: origin.x + shift.x + corner.x, y: origin.y + shift.y + corner.y });
    await chooser.close();
  });

  test('of another origin, which does not know its place, it opens as well and fills', async () => {
    const { chooser, frame } = await chooserInFrame('https://id.tplinkcloud.com/bare.html');
    await clickControl(chooser, { role: 'button', name: new RegExp(fixture.email) });
    await waitForClosed(chooser);
    await expectFilled(fixture, frame);
  });
});
