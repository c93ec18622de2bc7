/** The window that asks which account is for one prompt: with that it ends, and nothing is filled. */
import { describe, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, PASSPHRASE, replyOf } from '../driver/nightlatch.ts';
import { waitForGenuineFill } from '../every-prompt/prompt-fixture.ts';
import { findStored, store } from '../driver/own-state.ts';
import {
  BARE,
  CHOOSE,
  askingFixture,
  choosers,
  digitsOf,
  waitForClosed,
  expectFilled,
  openChooser,
  pageThatAsks,
  waitForRow,
} from './asking-fixture.ts';

const fixture = askingFixture();

describe('nothing is filled when', () => {
  /** Something of ours was filled meanwhile: so this could have been. */
  async function isLeftEmpty(): Promise<void> {
    await waitForGenuineFill(fixture.prompts);
    expect(await digitsOf(fixture.page)).toBe('');
  }

  test('the user goes back by Escape, and the page has the focus again', async () => {
    const chooser = await openChooser(fixture);
    await waitForRow(fixture, chooser);
    await chooser.keyboard.press('Escape').catch(() => undefined);
    await waitForClosed(chooser);
    expect(await fixture.page.evaluate(() => document.hasFocus())).toBe(true);
    await isLeftEmpty();
  });

  test('the page is left meanwhile, and the window closes', async () => {
    const chooser = await openChooser(fixture);
    await waitForRow(fixture, chooser);
    await fixture.page.goto(BARE);
    await waitForClosed(chooser);
    await waitForControl(fixture.page, CHOOSE);
    await isLeftEmpty();
  });

  test('the page was left without a word', async () => {
    const chooser = await openChooser(fixture);
    await waitForRow(fixture, chooser);
    const [prompts, open] = await Promise.all(
      ['prompts', 'account-picker'].map((key) => findStored(fixture.own, 'session', key)),
    );
    await fixture.page.goto(BARE);
    await waitForClosed(chooser);
    await waitForControl(fixture.page, CHOOSE);
    const { promptId } = open as { promptId: string };
    await store(fixture.own, 'session', { prompts, 'account-picker': open });
    const gone = { ok: false, code: 'prompt-gone' };
    expect(await replyOf(fixture.own, 'pickerView', {})).toEqual(gone);
    const [account] = (await askAsOwnPage(fixture.own, 'accounts', { bin: 'live' })) as {
      id: string;
    }[];
    expect(await replyOf(fixture.own, 'pickAccount', { promptId, id: account?.id })).toEqual(gone);
    await isLeftEmpty();
    await askAsOwnPage(fixture.own, 'closePicker', {});
  });

  test('the vault is locked meanwhile, and the window closes', async () => {
    const chooser = await openChooser(fixture);
    await waitForRow(fixture, chooser);
    await askAsOwnPage(fixture.own, 'lock', {});
    await waitForClosed(chooser);
    await askAsOwnPage(fixture.own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
    await isLeftEmpty();
  });

  test('the page made the presses up, and no window opens', async () => {
    await fixture.page.evaluate(() => {
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
    expect(await choosers(fixture)).toEqual([]);
  });
});

test('the window closes with the tab it asks for', async () => {
  const asking = await pageThatAsks(fixture.prompts);
  const chooser = await openChooser(fixture, asking);
  await waitForRow(fixture, chooser);
  await asking.close();
  await waitForClosed(chooser);
});

test('there is one at most: a press elsewhere takes its place, and only its own prompt is filled', async () => {
  const first = await openChooser(fixture);
  await waitForRow(fixture, first);
  const asking = await pageThatAsks(fixture.prompts);
  const second = await openChooser(fixture, asking);
  await waitForClosed(first);
  expect(await choosers(fixture)).toHaveLength(1);
  await clickControl(second, { role: 'button', name: new RegExp(fixture.email) });
  await expectFilled(fixture, asking);
  expect(await digitsOf(fixture.page)).toBe('');
  await asking.close();
});
