/** The window that asks which account is for one prompt: with that it ends, and nothing is filled. */
import { describe, expect, test } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { askAsOwnPage, PASSPHRASE } from '../driver/nightlatch.ts';
import { genuinePromptIsFilled } from '../every-prompt/stage.ts';
import { findStored, replyOf, store } from '../vault/own-page.ts';
import {
  BARE,
  CHOOSE,
  askingScene,
  choosers,
  digitsOf,
  isClosed,
  isFilledAt,
  openChooser,
  pageThatAsks,
  waitForRow,
} from './asking.ts';

const scene = askingScene();

describe('nothing is filled when', () => {
  /** Something of ours was filled meanwhile: so this could have been. */
  async function isLeftEmpty(): Promise<void> {
    await genuinePromptIsFilled(scene.stage);
    expect(await digitsOf(scene.page)).toBe('');
  }

  test('the user goes back by Escape, and the page has the focus again', async () => {
    const chooser = await openChooser(scene);
    await waitForRow(scene, chooser);
    await chooser.keyboard.press('Escape').catch(() => undefined);
    await isClosed(chooser);
    expect(await scene.page.evaluate(() => document.hasFocus())).toBe(true);
    await isLeftEmpty();
  });

  test('the page is left meanwhile, and the window closes', async () => {
    const chooser = await openChooser(scene);
    await waitForRow(scene, chooser);
    await scene.page.goto(BARE);
    await isClosed(chooser);
    await waitForControl(scene.page, CHOOSE);
    await isLeftEmpty();
  });

  test('the page was left without a word', async () => {
    const chooser = await openChooser(scene);
    await waitForRow(scene, chooser);
    const [prompts, open] = await Promise.all(
      ['prompts', 'account-picker'].map((key) => findStored(scene.own, 'session', key)),
    );
    await scene.page.goto(BARE);
    await isClosed(chooser);
    await waitForControl(scene.page, CHOOSE);
    const { promptId } = open as { promptId: string };
    await store(scene.own, 'session', { prompts, 'account-picker': open });
    const gone = { ok: false, code: 'prompt-gone' };
    expect(await replyOf(scene.own, 'pickerView', {})).toEqual(gone);
    const [account] = (await askAsOwnPage(scene.own, 'accounts', { bin: 'live' })) as {
      id: string;
    }[];
    expect(await replyOf(scene.own, 'pickAccount', { promptId, id: account?.id })).toEqual(gone);
    await isLeftEmpty();
    await askAsOwnPage(scene.own, 'closePicker', {});
  });

  test('the vault is locked meanwhile, and the window closes', async () => {
    const chooser = await openChooser(scene);
    await waitForRow(scene, chooser);
    await askAsOwnPage(scene.own, 'lock', {});
    await isClosed(chooser);
    await askAsOwnPage(scene.own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
    await isLeftEmpty();
  });

  test('the page made the presses up, and no window opens', async () => {
    await scene.page.evaluate(() => {
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
    expect(await choosers(scene)).toEqual([]);
  });
});

test('the window closes with the tab it asks for', async () => {
  const asking = await pageThatAsks(scene.stage);
  const chooser = await openChooser(scene, asking);
  await waitForRow(scene, chooser);
  await asking.close();
  await isClosed(chooser);
});

test('there is one at most: a press elsewhere takes its place, and only its own prompt is filled', async () => {
  const first = await openChooser(scene);
  await waitForRow(scene, first);
  const asking = await pageThatAsks(scene.stage);
  const second = await openChooser(scene, asking);
  await isClosed(first);
  expect(await choosers(scene)).toHaveLength(1);
  await clickControl(second, { role: 'button', name: new RegExp(scene.email) });
  await isFilledAt(scene, asking);
  expect(await digitsOf(scene.page)).toBe('');
  await asking.close();
});
