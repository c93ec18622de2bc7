/** An update in the middle of work: an open vault, a tab with a card whose scan waits, and one with a badge. */
import { expect, test } from 'vitest';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../e2e/driver/nightlatch.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { markHosts, waitForOneNewHost } from '../e2e/driver/update.ts';
import { pictureOf } from '../e2e/page-defence/card-page.ts';
import { accountIds, stateOf } from '../e2e/vault/own-page.ts';
import { pressUntilPopup } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const BARE = `${PORTAL}bare.html`;
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const PICTURE = pictureOf(`otpauth://totp/TP-Link:new?secret=${SECRET}&issuer=TP-Link`);
const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

const fixture = firefoxFixture('open');

test('nothing is lost, nothing is doubled and nothing is dead', async () => {
  const { driven } = fixture;
  await fixture.newUser();
  const before = await accountIds(fixture.own);
  const asking = await driven.newPage(BARE);
  await waitForControl(asking, button('prompt_offer'));
  const enrolling = await driven.newPage(BARE);
  await enrolling.evaluate((src) => {
    document.body.innerHTML = `<img width="200" height="200" src="${src}">`;
  }, PICTURE);
  await waitForControl(enrolling, button('offer_save'));
  await markHosts(asking);
  await markHosts(enrolling);

  await driven.install();

  const own = await driven.openOwn('options.html');
  expect(await stateOf(own)).toBe('locked');
  await askAsOwnPage(own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
  expect(await accountIds(own)).toEqual(before);
  await enrolling.bringToFront();
  await waitForOneNewHost(enrolling);
  const popup = await pressUntilPopup(driven, enrolling, 'offer_save');
  await clickControl(popup, button('accounts_save'));
  await until('the account of the card', async () =>
    (await accountIds(own)).length === before.length + 1 ? true : undefined,
  );
  await asking.bringToFront();
  await waitForOneNewHost(asking);
  await waitForControl(asking, button('prompt_offer'));
  expect(await accountIds(own)).toEqual(expect.arrayContaining([...before]));
});
