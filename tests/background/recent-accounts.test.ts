import { beforeEach, expect, test } from 'vitest';
import type { Core } from '../../entrypoints/background/core.ts';
import { noteUsed, recentIds } from '../../entrypoints/background/recent-accounts.ts';
import { accountOfSite, fakeCore } from './fake-core.ts';

const accounts = Array.from({ length: 12 }, (_, at) => accountOfSite(`account-${at}`));

let core: Core;
let nowMs: number;
beforeEach(() => {
  nowMs = 1_000;
  core = fakeCore({}, () => nowMs++);
});

async function use(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await noteUsed(core, id);
}

test('the accounts used last come first, four of them at most', async () => {
  await use('account-3', 'account-5', 'account-1', 'account-5', 'account-7', 'account-9');
  expect(recentIds(await core.usedMs.rows(), accounts)).toEqual([
    'account-9',
    'account-7',
    'account-5',
    'account-1',
  ]);
});

test('what was used and is in the trash, or pinned, leaves its place to the next', async () => {
  await use('account-1', 'gone', 'account-2');
  const some = accounts.map((account) =>
    account.id === 'account-2' ? { ...account, pinned: 'pinned' as const } : account,
  );
  expect(recentIds(await core.usedMs.rows(), some)).toEqual(['account-1']);
});

test('a list that is in view as a whole keeps its order', async () => {
  await use('account-1');
  expect(recentIds(await core.usedMs.rows(), accounts.slice(0, 8))).toEqual([]);
});

test('nothing is kept but a few ids and times', async () => {
  await use(...accounts.map(({ id }) => id));
  expect(Object.keys(await core.usedMs.rows())).toHaveLength(8);
});
