/** An enrolment by the popup, to which the card only points in Firefox. */
import { expect, test } from 'vitest';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { addAccount, askAsOwnPage, english } from '../e2e/driver/nightlatch.ts';
import {
  clickText,
  openEnrolment,
  PORTAL,
  readCodeField,
  retypeCode,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { GENUINE } from '../e2e/every-prompt/decoys.ts';
import { pictureOf } from '../e2e/page-defence/card-page.ts';
import { USER } from '../journey/steps.ts';
import { pressUntilPopup } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('open');

const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

test('the toolbar button alone saves what the page shows, and fills the code after a refused one, over a background that ends meanwhile', async () => {
  const { driven } = fixture;
  // A user with other accounts sees the list, with the page's enrolment above it.
  await fixture.newUser();
  const page = await driven.newPage();
  await signIn(page, USER);
  await waitForSignedIn(page);
  await openEnrolment(page);
  await waitForControl(page, button('offer_save'));

  const popup = await driven.openPopup(page);
  await clickControl(popup, button('enrolment_review'));
  await clickControl(popup, button('accounts_save'));
  const first = await waitForFilled(page);

  // A person's press in the page closes it.
  await popup.evaluate(() => window.close());
  await page.bringToFront();
  await retypeCode(page, first === '000000' ? '111111' : '000000');
  await clickText(page, 'Submit');
  await waitForControl(page, button('offer_fill_next'));
  const again = await pressUntilPopup(driven, page, 'offer_fill_next');
  await clickControl(again, button('offer_fill_next'));
  await until('the popup to close', async () =>
    (await driven.isOpen('popup.html')) ? undefined : true,
  );
  // The page waits for the next code without it, for up to half a minute.
  await driven.killWorker();
  const next = await until(
    'the next code',
    async () => {
      const code = await readCodeField(page);
      return code !== undefined && /^\d{6}$/.test(code) && !/^(0|1){6}$/.test(code)
        ? code
        : undefined;
    },
    60_000,
  );
  await clickText(page, 'Submit');
  await until('the page to accept it', () =>
    fixture.simulator
      .log()
      .submits.find(({ code, outcome }) => code === next && outcome === 'accepted'),
  );
  expect(next).not.toBe(first);
});

test("a card of an account that is saved leads to the popup's button, which fills the page", async () => {
  const { driven, own } = fixture;
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const label = 'night-shift';
  await addAccount(own, { issuer: 'TP-Link', label, secret });
  const page = await driven.newPage(`${PORTAL}bare.html`);
  const uri = `otpauth://totp/TP-Link:${label}?secret=${secret}&issuer=TP-Link`;
  await page.evaluate(
    (src, prompt) => {
      document.body.innerHTML = `<img width="200" height="200" src="${src}">${prompt}`;
    },
    pictureOf(uri),
    GENUINE,
  );
  await waitForControl(page, button('offer_fill'));
  const popup = await pressUntilPopup(driven, page, 'offer_fill');
  await clickControl(popup, button('offer_fill'));
  await until('its code in the page', async () =>
    /^\d{6}$/.test(await page.$eval('input', (field) => field.value)) ? true : undefined,
  );
  const accounts = await askAsOwnPage(own, 'accounts', { bin: 'live' });
  const labels = (accounts as readonly { readonly label: string }[]).map((one) => one.label);
  expect(labels.filter((one) => one === label)).toHaveLength(1);
});
