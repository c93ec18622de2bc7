/** An enrolment by the popup, to which the card only points in Firefox. */
import { expect, test } from 'vitest';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import {
  clickText,
  openEnrolment,
  readCodeField,
  retypeCode,
  signIn,
  waitForFilled,
  waitForSignedIn,
} from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { USER } from '../journey/steps.ts';
import { pressUntilPopup } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('open');

const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

test('the toolbar button alone saves what the page shows, and fills the code after a refused one', async () => {
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
