/** Nothing is left that opens the vault: the user can begin anew, and nothing was deleted. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  askAsOwnPage,
  english,
  lockVault,
  PASSPHRASE,
  prepareVault,
  protectCodes,
} from '../driver/nightlatch.ts';
import { accountIds, readAll, stateOf } from '../vault/own-page.ts';

const ACCOUNT = { issuer: 'VIGI', label: 'maria', secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };
const NEW_PASSPHRASE = 'another four words entirely';

let driven: DrivenBrowser;
let ownPage: Page;
beforeAll(async () => {
  driven = await launch();
  await prepareVault(driven, [ACCOUNT]);
  await lockVault(driven);
  ownPage = await driven.openOwn('options.html');
});
afterAll(() => driven.close());

test('a vault nobody can open is put aside after a typed word, and an empty one begins', async () => {
  const { local: before } = await readAll(ownPage);
  const window = await driven.openOwn('unlock.html');
  await window.bringToFront();
  await clickControl(window, { role: 'button', name: english('lost_title') });
  const over = { role: 'button', name: english('lost_over') };
  await waitForText(window, /You lose all accounts/u);
  expect(await window.$eval('.button-danger', (button) => button.hasAttribute('disabled'))).toBe(
    true,
  );
  const word = english('repair_word');
  const field = { role: 'textbox', name: english('lost_over_type').replace('$1', word) };
  await typeIntoControl(window, field, word);
  // The button is the last of a long page.
  await window.$eval('.button-danger', (button) => button.scrollIntoView({ behavior: 'instant' }));
  await clickControl(window, over);
  await waitForText(window, new RegExp(english('unlock_new_passphrase'), 'u'));
  expect(await stateOf(ownPage)).toBe('absent');
  await protectCodes(window, NEW_PASSPHRASE);

  expect(await stateOf(ownPage)).toBe('open');
  expect(await accountIds(ownPage)).toEqual([]);
  const { local: after } = await readAll(ownPage);
  const aside = new Map(
    Object.entries(after).flatMap(([name, value]) =>
      name.startsWith('aside/') ? [[name.replace(/^aside\/\d+\//u, ''), value]] : [],
    ),
  );
  const names = Object.keys(before).filter((name) =>
    /^vault\/(?:head|manifest|account)/u.test(name),
  );
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const name of names) expect(aside.get(name)).toBe(before[name]);

  await askAsOwnPage(ownPage, 'lock', {});
  const unlock = (passphrase: string): Promise<unknown> =>
    askAsOwnPage(ownPage, 'unlock', { kind: 'passphrase', passphrase });
  expect(await unlock(PASSPHRASE)).toEqual({ kind: 'wrong' });
  expect(await unlock(NEW_PASSPHRASE)).toEqual({ kind: 'open' });
});
