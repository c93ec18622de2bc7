/** A backup saved in Firefox and restored in one that knows nothing, whose log-in it then fills. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { clickControl, typeIntoControl, waitForText } from '../e2e/driver/controls.ts';
import { english, PASSPHRASE, protectCodes } from '../e2e/driver/nightlatch.ts';
import { clickText, signIn, waitForFilled, waitForSignedIn } from '../e2e/driver/stand-in.ts';
import { chooseFile, waitForDownload } from '../e2e/never-lose-a-code/download.ts';
import { firefoxFixture } from './fixture.ts';

const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

const fixture = firefoxFixture('open');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-downloads-'));
  const { scope } = fixture.driven;
  const before = await scope.setPreferences({
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
  });
  return async () => {
    await scope.setPreferences(before);
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the file is saved, and in a Firefox without a vault it brings back the codes', async () => {
  const { driven, simulator } = fixture;
  const email = await fixture.newUser();
  const settings = await driven.openOwn('options.html#backup');
  await settings.bringToFront();
  await clickControl(settings, button('backup_now'));
  const saved = await waitForDownload(folder);
  await waitForText(settings, /asked to save/u);
  await driven.renew();

  // First, because a tab cannot be opened beside the one that closes itself in the end.
  const page = await driven.newPage();
  const window = await driven.openOwn('unlock.html');
  await window.bringToFront();
  await chooseFile(window, saved.path);
  await waitForText(window, /when you made this backup/u);
  const field = { role: 'textbox', name: english('unlock_passphrase') };
  await typeIntoControl(window, field, PASSPHRASE);
  await clickControl(window, button('backup_secret_submit'));
  await clickControl(window, { role: 'checkbox', name: english('restore_same_passphrase') });
  await clickControl(window, button('restore_go_on'));
  await protectCodes(window, 'another four words entirely');

  simulator.config({ flow: 'G1' });
  await page.bringToFront();
  await signIn(page, email);
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForSignedIn(page);
});
