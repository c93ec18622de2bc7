/** The promise: a computer's clock that is wrong, by whatever and for however long, empties no trash. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, test } from 'vitest';
import { readPageText, waitForControl } from '../driver/controls.ts';
import { builtExtension, launch, type DrivenBrowser } from '../driver/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  counted,
  english,
  PASSPHRASE,
  prepareVault,
} from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';

const DAY_MS = 24 * 60 * 60_000;
const RESTORE = {
  role: 'button',
  name: english('accounts_restore_name').replace('$1', 'VIGI · maria'),
} as const;
/** What the computer's clock is for the background: the right time, and so much. */
const CLOCK =
  'const right = Date.now; globalThis.aheadMs = 0; Date.now = () => right() + aheadMs;\n';

let folder: string;
let driven: DrivenBrowser;
let own: Page;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-clock-'));
  await cp(builtExtension(), folder, { recursive: true });
  const background = path.join(folder, 'background.js');
  await writeFile(background, CLOCK + (await readFile(background, 'utf8')));
  driven = await launch({ extension: folder });
  await prepareVault(driven, []);
  own = await driven.openOwn('options.html#trash');
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await addAccount(own, { issuer: 'VIGI', label: 'maria', secret });
  const [account] = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as { id: string }[];
  await askAsOwnPage(own, 'accountBin', { id: account?.id });
});
afterAll(async () => {
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});

/** Unlocked with the clock so far ahead, and what waits for a quiet moment after it done. */
async function unlockAhead(days: number): Promise<void> {
  await askAsOwnPage(own, 'lock', {});
  const worker = await driven.worker();
  await worker.evaluate((ms) => Object.assign(globalThis, { aheadMs: ms }), days * DAY_MS);
  await askAsOwnPage(own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  await own.reload();
}

/** Waits until the settings' trash shows the account, and one of these counts. */
function waitForDaysLeft(...days: readonly number[]): Promise<true> {
  return until(`${days.join(' or ')} days left`, async () => {
    await own.reload();
    await waitForControl(own, RESTORE);
    const text = await readPageText(own);
    const isShown = days.some((one) => text.includes(counted('accounts_bin_days', one)));
    return isShown ? true : undefined;
  });
}

test('unlocked three days running with a clock that is a year ahead, then with the right one', async () => {
  await unlockAhead(365);
  await waitForDaysLeft(29);
  await unlockAhead(366);
  await waitForDaysLeft(28);
  await unlockAhead(368);
  await waitForDaysLeft(27);
  await unlockAhead(0);
  // A midnight may have passed since the account was deleted.
  await waitForDaysLeft(30, 29);
});
