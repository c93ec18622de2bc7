/** Everything on the computer is gone or damaged; the backup brings the codes back, and they fill. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  askAsOwnPage,
  counted,
  english,
  PASSPHRASE,
  prepareVault,
  protectCodes,
} from '../driver/nightlatch.ts';
import {
  enrolledAccount,
  recentCodes,
  clickText,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';
import { readAll, stateOf, writeHeadFile } from '../vault/own-page.ts';
import { chooseFile, downloadsOf, type SavedFile, waitForDownload } from './download.ts';
import { clearStored, store } from '../driver/own-state.ts';

const ENROLLED = 'enrolled@example.com';
const NEW_PASSPHRASE = 'another four words entirely';

let simulator: Simulator;
let saved: SavedFile;
let folder: string;
let driven: DrivenBrowser;

beforeAll(async () => {
  simulator = await startSimulator();
  const first = await launch({ simulator });
  folder = await downloadsOf(first);
  await prepareVault(first, [enrolledAccount(simulator, ENROLLED)]);
  const page = await first.openOwn('options.html#backup');
  await page.bringToFront();
  await clickControl(page, button('backup_now'));
  saved = await waitForDownload(folder);
  await waitForText(page, /asked to save/u);
  await first.close();
});
afterAll(async () => {
  await simulator.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => simulator.reset());

function button(key: Parameters<typeof english>[0]) {
  return { role: 'button', name: english(key) };
}

/** The disk as each disaster leaves it. */
const DISASTERS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'an emptied store': async (page) => {
    await askAsOwnPage(page, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
    await clearStored(page, 'local');
    await clearStored(page, 'session');
    await driven.killWorker();
    expect(await stateOf(page)).toBe('missing');
  },
  'a damaged vault': async (page) => {
    await askAsOwnPage(page, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
    await askAsOwnPage(page, 'lock', {});
    // What it has begun after making the vault must not write over what is damaged here.
    await driven.killWorker();
    await store(page, 'local', { 'vault/head': '{', 'vault/head-copy': '' });
    await writeHeadFile(page, '{');
    await driven.killWorker();
    expect(await stateOf(page)).toBe('damaged');
  },
};

test.each(Object.entries(DISASTERS))(
  '%s: the backup is restored in our window, and its code signs in',
  async (name, befall) => {
    driven = await launch({ simulator });
    try {
      const prepared = await driven.openOwn('options.html');
      await befall(prepared);
      const window = await driven.openOwn('unlock.html');
      await window.bringToFront();
      await chooseFile(window, saved.path);
      // Whatever stands there instead is worth more in a report than what does not.
      expect(
        await waitForText(window, /when you made this backup|Something went wrong/u),
      ).toContain(english('backup_secret'));
      const field = { role: 'textbox', name: english('unlock_passphrase') };
      await typeIntoControl(window, field, 'not this one');
      await clickControl(window, button('backup_secret_submit'));
      await waitForText(window, /Wrong passphrase for this backup/u);
      await clickControl(window, { role: 'textbox', name: english('unlock_passphrase') });
      await window.keyboard.down('Control');
      await window.keyboard.press('a');
      await window.keyboard.up('Control');
      await window.keyboard.type(PASSPHRASE);
      await clickControl(window, button('backup_secret_submit'));
      await waitForText(window, /1 new account(?! ·)/u);
      await clickControl(window, { role: 'checkbox', name: english('restore_same_passphrase') });
      await clickControl(window, button('restore_go_on'));
      const recoveryCode = await protectCodes(window, NEW_PASSPHRASE);

      expect(await stateOf(prepared)).toBe('open');
      const { local } = await readAll(prepared);
      const aside = Object.keys(local).filter((key) => key.startsWith('aside/'));
      expect(aside.length > 0).toBe(name === 'a damaged vault');

      // Only the new passphrase and the new code open it from now on.
      await askAsOwnPage(prepared, 'lock', {});
      const tried = async (secret: object): Promise<unknown> =>
        askAsOwnPage(prepared, 'unlock', secret);
      expect(await tried({ kind: 'passphrase', passphrase: PASSPHRASE })).toEqual({
        kind: 'wrong',
      });
      expect(await tried({ kind: 'recovery-code', recoveryCode })).toEqual({ kind: 'open' });

      const page = await driven.newPage();
      await signIn(page, ENROLLED);
      await waitForFilled(page);
      await clickText(page, 'Submit');
      await waitForSignedIn(page);
      const { submits } = simulator.log();
      expect(submits).toMatchObject([{ email: ENROLLED, outcome: 'accepted' }]);
      expect(recentCodes(simulator, ENROLLED)).toContain(submits[0]?.code);
    } finally {
      await driven.close();
    }
  },
);

test('a new computer: from the welcome page it is five presses and the passphrase of the backup', async () => {
  driven = await launch({ simulator });
  try {
    const welcome = await driven.openOwn('welcome.html');
    await welcome.bringToFront();
    await clickControl(welcome, button('backup_restore'));
    const window = await driven.waitForWindow('unlock.html');
    await waitForText(window, english('restore_begin'));
    await chooseFile(window, saved.path);
    const field = { role: 'textbox', name: english('unlock_passphrase') };
    await typeIntoControl(window, field, PASSPHRASE);
    await clickControl(window, button('backup_secret_submit'));
    await clickControl(window, button('restore_go_on'));
    await waitForText(window, new RegExp(counted('restore_done', 1)));
    await clickControl(window, button('unlock_recovery_later'));
    // The page from which all began says what there is, and what to do.
    const begun = await waitForText(welcome, /You have 1 account here/u);
    expect(begun).not.toContain(english('backup_restore'));
    // The recovery code was left for later, and the settings remind of it.
    const settings = await driven.openOwn('options.html#health');
    await waitForText(settings, english('health_recovery_not_kept'));

    const page = await driven.newPage();
    await signIn(page, ENROLLED);
    await waitForFilled(page);
    await clickText(page, 'Submit');
    await waitForSignedIn(page);
  } finally {
    await driven.close();
  }
});

test('a file that is damaged is refused before anything is asked, and nothing is made', async () => {
  driven = await launch({ simulator });
  try {
    const file = path.join(folder, 'spoilt.json');
    await writeFile(file, saved.text.slice(0, -100));
    const window = await driven.openOwn('unlock.html');
    await window.bringToFront();
    await chooseFile(window, file);
    await waitForText(window, /damaged or incomplete/u);
    expect(await stateOf(window)).toBe('absent');
  } finally {
    await driven.close();
  }
});
