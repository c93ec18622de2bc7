/** The promise: what 'Replace' on the card has done, one press on the card undoes, for two minutes. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readPageText, waitForControl, waitForText } from '../driver/controls.ts';
import {
  addAccount,
  askAsOwnPage,
  clickCard,
  english,
  forgetAccounts,
} from '../driver/nightlatch.ts';
import { clickText } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import {
  letCapturesAge,
  openQrFixture,
  showQr,
  USER,
  waitForNewestCode,
} from '../every-qr/qr-fixture.ts';
import { repliesAt } from '../messages/forged.ts';
import { CardStage } from '../page-defence/card-page.ts';
import { findStored } from '../driver/own-state.ts';

const OLD_SECRET = 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE';
const UNDO = { role: 'button', name: english('offer_undo') } as const;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly sites: readonly string[];
}

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
});
afterAll(() => stage.close());
afterEach(() => forgetAccounts(stage.own));

async function accounts(bin: 'live' | 'binned'): Promise<readonly Row[]> {
  return (await askAsOwnPage(stage.own, 'accounts', { bin })) as readonly Row[];
}

/** An account of this very site, and a page whose card has replaced it. */
async function replaceOnCard(): Promise<{
  page: Page;
  old: string;
  added: string;
  secret: string;
}> {
  const { label, address, secret } = stage.newQr();
  const old = await addAccount(stage.own, { issuer: 'TP-Link', label, secret: OLD_SECRET });
  const page = await stage.pageWithQr(address);
  await clickCard(page, 'offer_replace');
  await waitForControl(page, UNDO);
  const [saved, ...others] = await accounts('live');
  expect(others).toEqual([]);
  if (!saved || saved.id === old) throw new Error('nothing was replaced');
  expect((await accounts('binned')).map(({ id }) => id)).toContain(old);
  return { page, old, added: saved.id, secret };
}

async function expectUndone(old: string, added: string): Promise<void> {
  expect((await accounts('live')).map(({ id }) => id)).toEqual([old]);
  expect((await accounts('binned')).map(({ id }) => id)).toContain(added);
}

async function scanIdOf(accountId: string): Promise<string> {
  const scans = (await findStored(stage.own, 'session', 'scans')) as Record<
    string,
    { readonly accountId?: string }
  >;
  const found = Object.keys(scans).find((scanId) => scans[scanId]?.accountId === accountId);
  if (found === undefined) throw new Error('the scan is forgotten');
  return found;
}

test('one press brings the old account back as it was, and puts the new one into the bin', async () => {
  const { page, old, added, secret } = await replaceOnCard();
  expect(await readPageText(page)).toContain(english('offer_replaced_hint'));
  await clickCard(page, 'offer_undo');
  await waitForText(page, english('offer_undone'));
  await expectUndone(old, added);
  expect(await accounts('live')).toMatchObject([{ status: 'confirmed', sites: ['vms-cloud'] }]);
  const text = await readPageText(page);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(OLD_SECRET);
  await page.close();
});

test("after 'Cancel' in the page the card stays, and still undoes", async () => {
  const fixture = await openQrFixture();
  const { own, page } = fixture;
  const rows = async (bin: 'live' | 'binned'): Promise<readonly string[]> =>
    ((await askAsOwnPage(own, 'accounts', { bin })) as readonly Row[]).map(({ id }) => id);
  const old = await addAccount(own, { issuer: 'TP-Link', label: USER, secret: OLD_SECRET });
  await showQr(page, '');
  await clickCard(page, 'offer_replace');
  await waitForNewestCode(fixture);
  await clickText(page, 'Cancel');
  await waitForText(page, english('offer_replaced'));
  await clickCard(page, 'offer_undo');
  await waitForText(page, english('offer_undone'));
  expect(await rows('live')).toEqual([old]);
  expect(await rows('binned')).toHaveLength(1);
  await fixture.close();
});

test('after its time, or once the user has decided otherwise, nothing is undone', async () => {
  const { page, old, added } = await replaceOnCard();
  const scanId = await scanIdOf(added);
  const undo = { table: 'page', name: 'scanUndo', ask: { scanId } };
  await letCapturesAge(stage.own, 3);
  await clickCard(page, 'offer_undo');
  await waitForText(page, english('error_undo_over'));
  expect(await repliesAt(page, [undo])).toEqual([{ ok: false, code: 'undo-over' }]);
  await letCapturesAge(stage.own, -2);
  await askAsOwnPage(stage.own, 'accountChange', { id: added, change: { status: 'confirmed' } });
  expect(await repliesAt(page, [undo])).toEqual([{ ok: false, code: 'undo-over' }]);
  expect((await accounts('live')).map(({ id }) => id)).toEqual([added]);
  expect((await accounts('binned')).map(({ id }) => id)).toContain(old);
  await page.close();
});

test('another tab of the same site undoes nothing, and no save that replaced nothing is undone', async () => {
  const { page, added } = await replaceOnCard();
  const undo = { table: 'page', name: 'scanUndo', ask: { scanId: await scanIdOf(added) } };
  const other = await stage.pageWithCard();
  expect(await repliesAt(other.page, [undo])).toEqual([{ ok: false, code: 'scan-gone' }]);
  await clickCard(other.page, 'offer_save');
  const second = await until('the other account', async () =>
    (await accounts('live')).find(({ id }) => id !== added),
  );
  const own = { table: 'page', name: 'scanUndo', ask: { scanId: await scanIdOf(second.id) } };
  expect(await repliesAt(other.page, [own])).toEqual([{ ok: false, code: 'undo-over' }]);
  expect(await accounts('live')).toHaveLength(2);
  await other.page.close();
  await page.close();
});
