/**
 * The promise: what one site shows neither touches what belongs to another, nor
 * tells that site which names the vault holds.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitForControl } from '../driver/controls.ts';
import { addAccount, askAsOwnPage, english, clickCard } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { CardStage, SAVE } from '../page-defence/card-page.ts';

const OTHER_SITE = 'https://nvr.example';
const OTHER_SECRET = 'NBSWY3DPO5XXE3DENBSWY3DPO5XXE3DE';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly status: string;
  readonly sites: readonly string[];
}

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
});
afterAll(() => stage.close());
afterEach(async () => {
  for (const { id } of await accounts()) {
    await askAsOwnPage(stage.own, 'accountBin', { id });
    await askAsOwnPage(stage.own, 'accountDelete', { id });
  }
});

async function accounts(): Promise<readonly Row[]> {
  return (await askAsOwnPage(stage.own, 'accounts', { bin: 'live' })) as readonly Row[];
}

/** An account of this name that is bound to these sites. */
async function keep(
  label: string,
  secret: string,
  change: { readonly sites: readonly string[]; readonly status: 'confirmed' | 'unconfirmed' },
): Promise<string> {
  const id = await addAccount(stage.own, { issuer: 'TP-Link', label, secret });
  await askAsOwnPage(stage.own, 'accountChange', { id, change });
  return id;
}

describe.each(['confirmed', 'unconfirmed'] as const)('an account that is %s', (status) => {
  test.each([
    ['another site', [OTHER_SITE]],
    ['this site and another', ['vms-cloud', OTHER_SITE]],
    ['no site', []],
  ])('and bound to %s stays as it is beside the new one', async (_words, sites) => {
    const { page: unknown } = await stage.pageWithCard();
    const heightOfUnknown = await stage.heightOfCard(unknown);
    await unknown.close();
    const { label, address } = stage.newQr();
    const id = await keep(label, OTHER_SECRET, { sites, status });
    const page = await stage.pageWithQr(address);
    await waitForControl(page, SAVE);
    expect(await stage.heightOfCard(page)).toBe(heightOfUnknown);
    await clickCard(page, 'offer_save');
    const both = await until('both accounts', async () => {
      const now = await accounts();
      return now.length === 2 ? now : undefined;
    });
    expect(both.find((account) => account.id === id)).toMatchObject({ label, status, sites });
    expect(both.find((account) => account.id !== id)).toMatchObject({
      label,
      sites: ['vms-cloud'],
    });
    await page.close();
  });
});

test('the same secret under another site is saved beside it, and tells the page nothing', async () => {
  const { label, address, secret } = stage.newQr();
  const id = await keep(label, secret, { sites: [OTHER_SITE], status: 'unconfirmed' });
  const page = await stage.pageWithQr(address);
  await waitForControl(page, SAVE);
  await clickCard(page, 'offer_save');
  const both = await until('both accounts', async () => {
    const now = await accounts();
    return now.length === 2 ? now : undefined;
  });
  expect(both.find((account) => account.id === id)).toMatchObject({
    status: 'unconfirmed',
    sites: [OTHER_SITE],
  });
  await page.close();
});

test('an account of this very site is asked about on the card', async () => {
  const { label, address } = stage.newQr();
  await keep(label, OTHER_SECRET, { sites: ['vms-cloud'], status: 'confirmed' });
  const page = await stage.pageWithQr(address);
  await waitForControl(page, { role: 'button', name: english('offer_replace') });
  await page.close();
});

test('our own review names the account and its sites, whatever they are', async () => {
  const { label, uri } = stage.newQr();
  await keep(label, OTHER_SECRET, { sites: ['vms-cloud', OTHER_SITE], status: 'unconfirmed' });
  expect(await askAsOwnPage(stage.own, 'readUri', { uri })).toMatchObject({
    duplicate: 'same-name',
    known: { issuer: 'TP-Link', label, sites: ['VIGI VMS Cloud', OTHER_SITE] },
  });
});
