import { expect, test } from 'vitest';
import { findPageScan } from '../../entrypoints/background/page-scan.ts';
import type { Scan } from '../../lib/policy/scan.ts';
import type { CurrentPage } from '../../lib/protocol/views.ts';
import { accountOfSite, fakeCore, PAGE, SITE } from './fake-core.ts';

const NOW_MS = 1_800_000_000_000;
const URI = 'otpauth://totp/TP-Link:maria?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link';
const page: CurrentPage = {
  tabId: PAGE.tabId,
  siteId: SITE,
  host: 'vms.tplinkcloud.com',
  prompt: 'none',
  grant: 'none',
};
const scan: Scan = {
  uri: URI,
  atMs: NOW_MS,
  state: 'offered',
  from: { tabId: PAGE.tabId, frameId: 0, siteId: SITE },
};

const NEW = { state: async () => 'open', findDuplicate: async () => ({ kind: 'none' }) };
const KNOWN = {
  state: async () => 'open',
  findDuplicate: async () => ({ kind: 'same-secret', id: 'karl' }),
  account: async (id: string) => accountOfSite(id),
};

async function findOf(
  rows: Readonly<Record<string, Scan>>,
  at: CurrentPage = page,
  vault: object = NEW,
) {
  const core = fakeCore(vault, () => NOW_MS);
  for (const [id, row] of Object.entries(rows)) await core.scans.put(id, row);
  return findPageScan(core, at, []);
}

test('the page that shows a code is told to be enrolling', async () => {
  expect(await findOf({ one: scan })).toMatchObject({ scanId: 'one', state: 'offered' });
});

test('another page in the same tab is not, nor one that is no site of ours', async () => {
  expect(await findOf({ one: scan }, { ...page, siteId: 'https://nvr.local' })).toBeUndefined();
  const { siteId: _none, ...stranger } = page;
  expect(await findOf({ one: scan }, stranger)).toBeUndefined();
});

test('what else a code may mean is never offered by itself', async () => {
  const other: Scan = { ...scan, atMs: NOW_MS + 1, alternativeTo: 'one' };
  expect(await findOf({ one: scan, other })).toMatchObject({ scanId: 'one' });
});

test('the code of an account that the vault has is known, under its name there', async () => {
  const known = { scanId: 'one', state: 'known', issuer: 'TP-Link', label: 'karl@example.com' };
  expect(await findOf({ one: scan }, page, KNOWN)).toEqual(known);
});

test('codes that do not go into pages are reviewed, known or not', async () => {
  const counted = { ...scan, uri: `${URI.replace('totp', 'hotp')}&counter=1` };
  expect(await findOf({ one: counted }, page, KNOWN)).toMatchObject({ state: 'offered' });
});

test('without a vault every code is new', async () => {
  const absent = { state: async () => 'absent' };
  expect(await findOf({ one: scan }, page, absent)).toMatchObject({ state: 'offered' });
});
