import type { Account, NewAccount } from '../../../../lib/otp/account.ts';
import { secretBytes } from '../accounts.ts';

/** An account of the vault around what it says of itself. */
function saved(account: NewAccount, at: number): Account {
  return {
    ...account,
    id: `account-${at}`,
    status: 'confirmed',
    pinned: at === 0 ? 'pinned' : 'unpinned',
    tags: at % 2 === 0 ? ['Harbour', `Site ${at}`] : [],
    note: at === 1 ? 'gate\n"north"' : '',
    sites: ['vms-cloud'],
    createdMs: 0,
    changedMs: 0,
  };
}

const named = (issuer: string, label: string, seed: number, length = 20) => ({
  issuer,
  label,
  secret: secretBytes(seed, length),
});

/** Every kind of account at its ends, with names that need care. */
export const everyKind: readonly Account[] = [
  {
    type: 'totp',
    ...named('TP-Link', 'maria@example.com', 1),
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
  },
  {
    type: 'totp',
    ...named('Umbrella & Söhne: 50 %', 'jo+vms #1?', 2, 32),
    algorithm: 'SHA-256',
    digits: 8,
    periodSeconds: 30,
  },
  { type: 'totp', ...named('', 'a:b', 3, 64), algorithm: 'SHA-512', digits: 6, periodSeconds: 30 },
  { type: 'totp', ...named('', '', 4, 1), algorithm: 'SHA-1', digits: 10, periodSeconds: 1 },
  {
    type: 'totp',
    ...named('Day', '日', 5, 256),
    algorithm: 'SHA-1',
    digits: 5,
    periodSeconds: 86_400,
  },
  {
    type: 'hotp',
    ...named('Counter Co', 'ann', 6, 10),
    algorithm: 'SHA-512',
    digits: 6,
    counter: 0,
  },
  {
    type: 'hotp',
    ...named('Counter Co', 'Counter Co:bob', 7, 5),
    algorithm: 'SHA-1',
    digits: 8,
    counter: 2 ** 52 + 1,
  },
  { type: 'steam', ...named('Steam', 'gabe', 8), algorithm: 'SHA-1', digits: 5, periodSeconds: 30 },
].map((account, at) => saved(account as NewAccount, at));

/** What an importer is to give back of it. */
export function importedOf(account: Account): unknown {
  const { type, issuer, label, secret, algorithm, digits } = account;
  const clock =
    account.type === 'hotp'
      ? { counter: account.counter }
      : { periodSeconds: account.periodSeconds };
  return { type, issuer, label, secret, algorithm, digits, ...clock };
}
