/** The secrets that an export has taken out of the vault do not outlive it. */
import { expect, test } from 'vitest';
import { exportRequests } from '../../entrypoints/background/export-requests.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { accountOfSite, fakeCore } from './fake-core.ts';

type Requests = Pick<OwnHandlers, 'exportFile' | 'exportCodes'>;
type FileAsk = Parameters<OwnRequests['exportFile']>[0];
type CodesAsk = Parameters<OwnRequests['exportCodes']>[0];

const proof = { kind: 'passphrase', passphrase: 'one two three four' } as const;
const file: FileAsk = { form: 'aegis', ids: ['maria'], proof };
const codes: CodesAsk = { form: 'google', ids: ['maria'], proof };

const EXPORTS: readonly [string, (requests: Requests) => unknown][] = [
  ['a file', ({ exportFile }) => exportFile(file)],
  ['QR codes', ({ exportCodes }) => exportCodes(codes)],
];

/** Exports one account; gives its secret as it is afterwards, and whether the export went well. */
async function secretAfter(
  ask: (requests: Requests) => unknown,
  accounts: () => Promise<readonly []>,
): Promise<{ readonly secret: readonly number[]; readonly outcome: string }> {
  const account = { ...accountOfSite('maria'), secret: new Uint8Array(20).fill(7) };
  const vault = {
    exportAccounts: async () => ({ kind: 'open', accounts: [account] }),
    accounts,
  };
  const requests = exportRequests(
    fakeCore(vault, () => 0),
    { noteUse: async () => undefined },
  );
  const outcome = await Promise.resolve(ask(requests)).then(
    () => 'exported',
    () => 'failed',
  );
  return { secret: [...account.secret], outcome };
}

const wiped = Array.from({ length: 20 }, () => 0);

test.each(EXPORTS)('after %s they are wiped', async (_what, ask) => {
  const after = await secretAfter(ask, async () => []);
  expect(after).toEqual({ secret: wiped, outcome: 'exported' });
});

test.each(EXPORTS)('after %s that a lock has stopped they are wiped, too', async (_what, ask) => {
  const after = await secretAfter(ask, async () => Promise.reject(new Error('locked')));
  expect(after).toEqual({ secret: wiped, outcome: 'failed' });
});

test('a sheet names the account that no QR code can hold, and has the others', async () => {
  const secret = new Uint8Array(20).fill(7);
  const name = '漢'.repeat(128);
  const long = { ...accountOfSite('long'), secret, issuer: name, label: name };
  const accounts = [{ ...accountOfSite('maria'), secret }, long];
  const vault = {
    exportAccounts: async () => ({ kind: 'open', accounts }),
    accounts: async () => [],
  };
  const { exportCodes } = exportRequests(
    fakeCore(vault, () => 0),
    { noteUse: async () => undefined },
  );
  const { issuer, label } = long;
  expect(await exportCodes({ form: 'sheet', ids: ['maria', 'long'], proof })).toMatchObject({
    codes: [{ accounts: [{ label: 'maria@example.com' }] }],
    leftOut: [{ issuer, label, why: 'too-long' }],
  });
});
