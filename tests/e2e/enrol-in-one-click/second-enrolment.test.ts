import { expect, test } from 'vitest';
import {
  clickControl,
  isShown,
  readPageText,
  waitForControl,
  waitForText,
} from '../driver/controls.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import { addAccount, english, clickCard } from '../driver/nightlatch.ts';
import { cleanFixture } from '../driver/fixture.ts';
import { until } from '../driver/until.ts';
import {
  readCodeField,
  enrolledAccount,
  recentCodes,
  openEnrolment,
  clickText,
  retypeCode,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../driver/stand-in.ts';

const SAVE = { role: 'button', name: english('offer_save') } as const;

const fixture = cleanFixture([]);

async function enrolledPage(email: string): Promise<Awaited<ReturnType<DrivenBrowser['newPage']>>> {
  const page = await fixture.driven.newPage();
  await signIn(page, email);
  await waitForSignedIn(page);
  await openEnrolment(page);
  return page;
}

/** The popup's text once all of it is there: its first code comes a moment before the rest. */
async function popupText(page: Awaited<ReturnType<DrivenBrowser['newPage']>>): Promise<string> {
  const popup = await fixture.driven.openPopup(page);
  return waitForText(popup, new RegExp(`second@example.com.*${english('codes_settings')}`));
}

test('with an open vault one click saves and fills, and no window opens', async () => {
  const page = await enrolledPage('second@example.com');
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  const { submits } = fixture.simulator.log();
  expect(submits).toMatchObject([{ outcome: 'accepted' }]);
  expect(recentCodes(fixture.simulator, 'second@example.com')).toContain(submits[0]?.code);
  const windows = fixture.driven.browser.targets().map((target) => target.url());
  expect(windows).not.toContain(fixture.driven.urlOf('unlock.html'));
});

test('a token the page refuses leaves the account unconfirmed', async () => {
  const page = await enrolledPage('second@example.com');
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
  await retypeCode(page, '000000');
  await clickText(page, 'Submit');
  await waitForText(page, /The token is incorrect/);
  expect(await popupText(page)).toContain(english('codes_unconfirmed'));
});

test('after a cancel the new QR replaces the unconfirmed account', async () => {
  const page = await enrolledPage('second@example.com');
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
  await clickText(page, 'Cancel');
  await openEnrolment(page);
  await clickCard(page, 'offer_save');
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  const text = await popupText(page);
  expect(text.match(/second@example\.com/g)).toHaveLength(1);
  expect(text).not.toContain(english('codes_unconfirmed'));
});

test('Not now leaves the page and the vault as they were', async () => {
  const page = await enrolledPage('second@example.com');
  await waitForControl(page, SAVE);
  await clickCard(page, 'offer_dismiss');
  const popup = await fixture.driven.openPopup(page);
  // The trash holds an account of the test before.
  expect(await waitForText(popup, new RegExp(english('codes_emptied_title')))).not.toContain(
    'second@example.com',
  );
  expect(await readPageText(page)).not.toContain(english('offer_save'));
});

test('after Not now the popup does not lead to the code of another user', async () => {
  const own = await fixture.driven.openOwn('options.html');
  await addAccount(own, enrolledAccount(fixture.simulator, 'karl@example.com'));
  await own.close();
  const page = await enrolledPage('second@example.com');
  await waitForControl(page, SAVE);
  await clickCard(page, 'offer_dismiss');
  const [choose = ''] = english('codes_here_choose').split('$1');
  // The page's field is told of a moment after the card has gone.
  const text = await until('the popup that asks for the account', async () => {
    const popup = await fixture.driven.openPopup(page);
    const shown = await waitForText(popup, new RegExp(`karl@.*${english('codes_settings')}`));
    await popup.close();
    return shown.includes(choose) ? shown : undefined;
  });
  expect(text).not.toContain(english('codes_hero_fill'));
});

test('the code goes to the dialog with the QR, and to no other prompt of the page', async () => {
  const page = await enrolledPage('second@example.com');
  await waitForControl(page, SAVE);
  await page.evaluate(() => {
    const other = document.createElement('form');
    other.innerHTML =
      '<h1>Two-factor authentication</h1><label>6-digit code of your authenticator app ' +
      '<input id="other" maxlength="6"></label><button type="button">Submit</button>';
    // Not under the dialog's veil: there it could not be typed into anyway.
    other.style.cssText = 'position:fixed;top:0;left:0;z-index:99999;background:#fff';
    document.body.prepend(other);
    // The dialog's own field comes late.
    document.querySelector('#form_item_code')?.remove();
  });
  await clickCard(page, 'offer_save');
  // Shown to be typed: there is no field for it.
  await waitForText(page, new RegExp(english('offer_to_type')));
  expect(await page.$eval('#other', (field) => (field as HTMLInputElement).value)).toBe('');
});

/** Same user, another secret: as after a lost phone, when 2FA is set up anew. */
async function addOlderAccount(): Promise<void> {
  const own = await fixture.driven.openOwn('options.html');
  const secret = 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE';
  await addAccount(own, { issuer: 'TP-Link', label: 'second@example.com', secret });
  await own.close();
}

test('the field beside the QR is not filled with the code of an older account', async () => {
  await addOlderAccount();
  const page = await enrolledPage('second@example.com');
  await waitForControl(page, { role: 'button', name: english('offer_replace') });
  // Another tab's genuine prompt is filled: there was time to fill this one.
  const genuine = await fixture.driven.browser.newPage({ type: 'window' });
  const ownPage = await fixture.driven.openOwn('options.html');
  await addAccount(ownPage, enrolledAccount(fixture.simulator, 'karl@example.com'));
  await ownPage.close();
  fixture.simulator.expireSessions();
  await signIn(genuine, 'karl@example.com');
  await waitForFilled(genuine);
  expect(await readCodeField(page)).toBe('');
});

test('nor while the QR is still on its way, nor once it is there', async () => {
  await addOlderAccount();
  const page = await fixture.driven.newPage();
  await signIn(page, 'second@example.com');
  await waitForSignedIn(page);
  const late = await page.addStyleTag({ content: '.sim-qr { visibility: hidden; }' });
  await openEnrolment(page, 'hidden');
  const offer = { role: 'button', name: english('prompt_offer') } as const;
  await waitForControl(page, offer);
  expect(await readCodeField(page)).toBe('');
  await late.evaluate((style) => style.parentNode?.removeChild(style));
  await waitForControl(page, { role: 'button', name: english('offer_replace') });
  await until(
    'no button of another account',
    async () => !(await isShown(page, offer)) || undefined,
  );
  expect(await readCodeField(page)).toBe('');
});

test("saved by the popup's own scan of the page, the card goes on as after its button", async () => {
  const page = await enrolledPage('second@example.com');
  await waitForControl(page, SAVE);
  const popup = await fixture.driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('accounts_scan') });
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, new RegExp(english('offer_confirmed')));
  expect(fixture.simulator.log().submits).toMatchObject([{ outcome: 'accepted' }]);
});
