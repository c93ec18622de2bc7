/** Damage on the disk costs as little as it can, is said, and is never written over. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findHead, headText, type Head } from '../../../lib/vault/format/head.ts';
import type { Slot } from '../../../lib/vault/format/slot.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, PASSPHRASE, replyOf } from '../driver/nightlatch.ts';
import { findStored, store } from '../driver/own-state.ts';
import { readAll, stateOf, type Stored, storedJson, writeAll, writeHeadFile } from './own-page.ts';

const HEADS = ['vault/head', 'vault/head-copy'] as const;
/** The third copy of the head, outside of storage.local. */
const HEAD_FILE = 'vault-head';
const byPassphrase = { kind: 'passphrase', passphrase: PASSPHRASE };

let driven: DrivenBrowser;
let page: Page;
let recoveryCode: string;
let ids: readonly string[];

let untouched: Stored;

beforeAll(async () => {
  driven = await launch();
  page = await driven.openOwn('options.html');
  const created = await askAsOwnPage(page, 'createVault', byPassphrase);
  ({ recoveryCode } = created as { recoveryCode: string });
  const added: string[] = [];
  for (const letter of 'ABCD') {
    const secret = `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3P${letter}A`;
    added.push(await addAccount(page, { issuer: 'VIGI', label: letter, secret }));
  }
  ids = added;
  untouched = await readAll(page);
});
afterAll(() => driven.close());
beforeEach(async () => {
  await askAsOwnPage(page, 'lock', {});
  // What it has begun after an unlocking must not write over what is put back.
  await driven.killWorker();
  await writeAll(page, untouched);
  await writeHeadFile(page, String(untouched.local[HEADS[0]]));
  await driven.killWorker();
});

/** Changes the passphrase slot of these copies of the head and makes its checksum right again, as a forger would. */
async function forgeSlot(
  change: (slot: Slot) => Slot,
  names: readonly string[] = [...HEADS, HEAD_FILE],
): Promise<void> {
  const head = await findHead(await findStored(page, 'local', HEADS[0]), undefined);
  if (!head) throw new Error('the head cannot be read');
  const forged: Head = {
    ...head,
    slots: head.slots.map((slot) => (slot.use.type === 'passphrase' ? change(slot) : slot)),
  };
  const text = await headText(forged);
  const stored = names.filter((name) => name !== HEAD_FILE);
  await store(page, 'local', Object.fromEntries(stored.map((name) => [name, text])));
  if (names.includes(HEAD_FILE)) await writeHeadFile(page, text);
  // The next background reads it from the disk.
  await driven.killWorker();
}

async function opensBy(secret: object): Promise<unknown> {
  const reply = await replyOf(page, 'unlock', secret);
  return reply.ok ? (reply.value as { readonly kind: string }).kind : reply.code;
}

function withCost(slot: Slot, memoryKib: number, iterations: number): Slot {
  const { use } = slot;
  if (use.type !== 'passphrase') return slot;
  return { ...slot, use: { ...use, cost: { ...use.cost, memoryKib, iterations } } };
}

function withFlippedBit(slot: Slot): Slot {
  const wrapped = slot.wrapped.slice();
  wrapped[20] = (wrapped[20] ?? 0) ^ 1;
  return { ...slot, wrapped };
}

test.each([
  ['a thousand million iterations', 65_536, 1e9],
  ['four gibibytes', 4_194_304, 3],
  ['next to no work', 8, 1],
])('a slot that wants %s is refused unrun', async (_what, memoryKib, iterations) => {
  await forgeSlot((slot) => withCost(slot, memoryKib, iterations));
  // Run, it would take months, or end the background for want of memory.
  expect(await opensBy(byPassphrase)).toBe('kdf-parameters-refused');
  expect(await opensBy({ kind: 'recovery-code', recoveryCode })).toBe('open');
});

test('a forged cost within bounds opens nothing: the commitment covers it', async () => {
  await forgeSlot((slot) => withCost(slot, 19_456, 2));
  expect(await opensBy(byPassphrase)).toBe('wrong');
});

test('a forged head, its checksum made right again: the copy is tried before a passphrase is called wrong', async () => {
  await forgeSlot((slot) => withCost(slot, 19_456, 2), ['vault/head']);
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await stateOf(page)).toBe('open');
  // What is written from then on is of the head that was written under the vault key.
  const passphrase = 'another four words entirely';
  const change = { proof: byPassphrase, passphrase };
  expect(await replyOf(page, 'passphraseChange', change)).toMatchObject({
    value: { kind: 'open' },
  });
  await askAsOwnPage(page, 'lock', {});
  expect(await opensBy({ kind: 'passphrase', passphrase })).toBe('open');
});

test.each([
  ['a forged cost', (slot: Slot) => withCost(slot, 19_456, 2)],
  ['a cost that is refused', (slot: Slot) => withCost(slot, 65_536, 1e9)],
  ['a flipped bit in the wrapped key', withFlippedBit],
])('%s in both heads: the copy outside of the store opens, and saves', async (_what, change) => {
  await forgeSlot(change, HEADS);
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await stateOf(page)).toBe('open');
  await askAsOwnPage(page, 'accountChange', { id: ids[0], change: { note: 'after it' } });
  await askAsOwnPage(page, 'lock', {});
  expect(await opensBy(byPassphrase)).toBe('open');
});

test('both heads are garbage: the vault is locked, never damaged, and opens by its passphrase', async () => {
  await store(page, 'local', { [HEADS[0]]: 'x', [HEADS[1]]: 'x' });
  await driven.killWorker();
  expect(await stateOf(page)).toBe('locked');
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await codesShown()).toEqual(ids);
});

test('a flipped bit in the wrapped key of every copy is damage, not a wrong passphrase; the other slot opens', async () => {
  await forgeSlot(withFlippedBit);
  expect(await opensBy(byPassphrase)).toBe('vault-damaged');
  expect(await opensBy({ kind: 'recovery-code', recoveryCode })).toBe('open');
});

test('a flipped bit in one of the two copies of the head costs nothing', async () => {
  const text = String(await findStored(page, 'local', HEADS[0]));
  const middle = Math.floor(text.length / 2);
  const flipped =
    text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
  await store(page, 'local', { [HEADS[0]]: flipped });
  await driven.killWorker();
  expect(await opensBy(byPassphrase)).toBe('open');
});

async function codesShown(): Promise<readonly string[]> {
  const rows = (await askAsOwnPage(page, 'codes', { ids })) as { account: { id: string } }[];
  return rows.map(({ account }) => account.id);
}

async function quarantined(): Promise<unknown> {
  const state = await askAsOwnPage(page, 'vaultState', {});
  return (state as { readonly quarantined: number }).quarantined;
}

test("two records' ciphertexts swapped: both are quarantined, the rest is shown", async () => {
  const [one = '', two = '', three, four] = ids;
  const keys = [`vault/account/${one}`, `vault/account/${two}`] as const;
  const first = await storedJson(page, keys[0]);
  const second = await storedJson(page, keys[1]);
  const swapped = JSON.stringify({ ...first, sealed: second['sealed'] });
  await store(page, 'local', {
    [keys[0]]: swapped,
    [keys[1]]: JSON.stringify({ ...second, sealed: first['sealed'] }),
  });
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await codesShown()).toEqual([three, four]);
  expect(await quarantined()).toBe(2);
  expect(await stateOf(page)).toBe('open');
  // Nothing heals them silently, and nothing writes over them.
  await askAsOwnPage(page, 'accountChange', { id: three, change: { label: 'renamed' } });
  expect(await findStored(page, 'local', keys[0])).toBe(swapped);
});

test('whole records swapped, names and all: both are quarantined', async () => {
  const [one = '', two = '', three, four] = ids;
  const keys = [`vault/account/${one}`, `vault/account/${two}`] as const;
  await store(page, 'local', {
    [keys[0]]: await findStored(page, 'local', keys[1]),
    [keys[1]]: await findStored(page, 'local', keys[0]),
  });
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await codesShown()).toEqual([three, four]);
  expect(await quarantined()).toBe(2);
});

test('an earlier version of a record put back is quarantined: only the newest passes', async () => {
  const [one = ''] = ids;
  const key = `vault/account/${one}`;
  const earlier = await findStored(page, 'local', key);
  expect(await opensBy(byPassphrase)).toBe('open');
  await askAsOwnPage(page, 'accountChange', { id: one, change: { label: 'changed' } });
  await askAsOwnPage(page, 'lock', {});
  await store(page, 'local', { [key]: earlier });
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await codesShown()).toEqual(ids.slice(1));
});

test('an unreadable manifest: accounts are read, nothing is written, no account is lost', async () => {
  await store(page, 'local', { 'vault/manifest': '{"generation":9,"sealed":"AAAA"}' });
  expect(await opensBy(byPassphrase)).toBe('open');
  expect(await stateOf(page)).toBe('damaged');
  expect(await codesShown()).toEqual(ids);
  expect(await replyOf(page, 'accountBin', { id: ids[0] })).toEqual({
    ok: false,
    code: 'vault-damaged',
  });
});
