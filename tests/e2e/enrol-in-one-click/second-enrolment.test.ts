import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { clickControl, piercedText, waitForControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, prepareVault } from '../driver/nightlatch.ts';
import {
  openEnrolment,
  press,
  retypeCode,
  signIn,
  waitUntilFilled,
  waitUntilSignedIn,
} from '../driver/stand-in.ts';

const SAVE = { role: 'button', name: english('offer_save') } as const;

let simulator: Simulator;
let driven: DrivenBrowser;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  simulator.reset();
  driven = await launch({ simulator });
  await prepareVault(driven, []);
  return () => driven.close();
});

async function enrolledPage(email: string): Promise<Awaited<ReturnType<DrivenBrowser['newPage']>>> {
  const page = await driven.newPage();
  await signIn(page, email);
  await waitUntilSignedIn(page);
  await openEnrolment(page);
  return page;
}

test('with an open vault one click saves and fills, and no window opens', async () => {
  const page = await enrolledPage('second@example.com');
  await clickControl(page, SAVE);
  const code = await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  expect(simulator.log().submits).toMatchObject([{ code, outcome: 'accepted' }]);
  const windows = driven.browser.targets().map((target) => target.url());
  expect(windows).not.toContain(driven.urlOf('unlock.html'));
});

test('a token the page refuses leaves the account unconfirmed', async () => {
  const page = await enrolledPage('second@example.com');
  await clickControl(page, SAVE);
  await waitUntilFilled(page);
  await retypeCode(page, '000000');
  await press(page, 'Submit');
  await waitForText(page, /The token is incorrect/);
  const popup = await driven.openPopup(page);
  expect(await waitForText(popup, /second@example\.com/)).toContain(english('codes_unconfirmed'));
});

test('after a cancel the new QR replaces the unconfirmed account', async () => {
  const page = await enrolledPage('second@example.com');
  await clickControl(page, SAVE);
  await waitUntilFilled(page);
  await press(page, 'Cancel');
  await openEnrolment(page);
  await clickControl(page, SAVE);
  await waitUntilFilled(page);
  await press(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  const popup = await driven.openPopup(page);
  const text = await waitForText(popup, /second@example\.com/);
  expect(text.match(/second@example\.com/g)).toHaveLength(1);
  expect(text).not.toContain(english('codes_unconfirmed'));
});

test('Not now leaves the page and the vault as they were', async () => {
  const page = await enrolledPage('second@example.com');
  await waitForControl(page, SAVE);
  await clickControl(page, { role: 'button', name: english('offer_dismiss') });
  const popup = await driven.openPopup(page);
  expect(await waitForText(popup, new RegExp(english('codes_empty_title')))).not.toContain(
    'second@example.com',
  );
  expect(await piercedText(page)).not.toContain(english('offer_save'));
});
