/** An update in the middle of work: an open vault with a card and a badge, and a locked one for which a scan waits. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { clickControl, waitForControl } from '../e2e/driver/controls.ts';
import { askAsOwnPage, english, PASSPHRASE, unlock } from '../e2e/driver/nightlatch.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';
import { until } from '../e2e/driver/until.ts';
import { markHosts, waitForOneNewHost } from '../e2e/driver/update.ts';
import { pictureOf } from '../e2e/page-defence/card-page.ts';
import { accountIds, stateOf } from '../e2e/vault/own-page.ts';
import { pressUntilPopup } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const BARE = `${PORTAL}bare.html`;
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const PASSPHRASE_FIELD = { role: 'textbox', name: english('unlock_passphrase') } as const;
const OTHER_SECRET = 'MZXW6YTBOJRGCZTPMZXW6YTBOJRGCZTP';
const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });

const fixture = firefoxFixture('open');

/** A page of the site that shows the QR of such an account, with our card. */
async function openWithQr(label: string, secret: string): Promise<Page> {
  const page = await fixture.driven.newPage(BARE);
  await page.evaluate(
    (src) => {
      document.body.innerHTML = `<img width="200" height="200" src="${src}">`;
    },
    pictureOf(`otpauth://totp/TP-Link:${label}?secret=${secret}&issuer=TP-Link`),
  );
  await waitForControl(page, button('offer_save'));
  return page;
}

test('nothing is lost, nothing is doubled and nothing is dead', async () => {
  const { driven } = fixture;
  await fixture.newUser();
  const before = await accountIds(fixture.own);
  const asking = await driven.newPage(BARE);
  await waitForControl(asking, button('prompt_offer'));
  const enrolling = await openWithQr('new', SECRET);
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

test('a scan that waits for the unlocking is offered again, and saved once', async () => {
  const { driven } = fixture;
  const before = await driven.openOwn('options.html');
  const ids = await accountIds(before);
  await askAsOwnPage(before, 'lock', {});
  const page = await openWithQr('waiting', OTHER_SECRET);
  await waitForControl(await pressUntilPopup(driven, page, 'offer_save'), PASSPHRASE_FIELD);
  await markHosts(page);

  await driven.install();

  await page.bringToFront();
  await waitForOneNewHost(page);
  const popup = await pressUntilPopup(driven, page, 'offer_save');
  await unlock(popup);
  await clickControl(popup, button('accounts_save'));
  const own = await driven.openOwn('options.html');
  await until('the account that waited', async () => {
    if ((await stateOf(own)) !== 'open') return undefined;
    return (await accountIds(own)).length > ids.length ? true : undefined;
  });
  const now = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as { label: string }[];
  expect(now).toHaveLength(ids.length + 1);
  expect(now.filter(({ label }) => label === 'waiting')).toHaveLength(1);
});
