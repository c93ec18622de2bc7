import type { Account, AccountChange, AccountStatus, NewAccount } from '../otp/account.ts';
import { parametersOf } from '../otp/key.ts';
import { getChecked } from './format/account-fields.ts';

/** What the vault is told of a new account beside its secret. */
export interface Addition {
  readonly account: NewAccount;
  readonly status: AccountStatus;
  readonly sites: readonly string[];
  /** An account that goes to the bin in the same write. */
  readonly replaces?: string;
}

/** With a copy of the secret. Throws the code of a field outside its limits. */
export function newAccount(addition: Addition, id: string, nowMs: number): Account {
  const { issuer, label, secret } = addition.account;
  return getChecked({
    id,
    issuer,
    label,
    ...parametersOf(addition.account),
    secret: secret.slice(),
    status: addition.status,
    pinned: 'unpinned',
    tags: [],
    note: '',
    sites: addition.sites,
    createdMs: nowMs,
    changedMs: nowMs,
  });
}

/** Takes only the fields of AccountChange: whatever else an object carries stays out of the record. */
export function changedAccount(account: Account, change: AccountChange): Account {
  const { issuer, label, pinned, tags, note, sites, status } = { ...account, ...change };
  const { id, secret, createdMs, changedMs, binnedMs } = account;
  return {
    id,
    issuer,
    label,
    ...parametersOf(change.parameters ?? account),
    secret,
    status,
    pinned,
    tags,
    note,
    sites,
    createdMs,
    changedMs,
    ...(binnedMs === undefined ? {} : { binnedMs }),
  };
}
