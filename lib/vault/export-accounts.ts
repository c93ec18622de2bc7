import { AppError } from '../errors.ts';
import type { Account } from '../otp/account.ts';
import { parametersOf } from '../otp/key.ts';
import type { ExportAnswer, SecretAnswer, UnlockSecret } from './model.ts';
import type { VaultPorts } from './store/ports.ts';
import type { VaultStore } from './store/vault-store.ts';
import { proveAgain } from './unlock/prove-again.ts';

/**
 * The one way out of secrets, for 'show QR' and export: the vault is open, and
 * its user has just proven once more who it is. In the order of `ids`, without
 * the unknown, binned and unreadable. The caller wipes the secrets.
 */
export async function exportAccounts(
  ports: VaultPorts,
  store: VaultStore,
  ids: readonly string[],
  secret: UnlockSecret,
): Promise<ExportAnswer> {
  const proof = await proveAgain(ports, store, secret);
  if (proof.kind !== 'open') return proof;
  const opened = await store.getOpened();
  const found = await store.readAccounts(opened, ids);
  // Nothing is awaited after this comparison, so no lock has wiped a secret that is copied below.
  store.session.throwIfLockedSince(proof.lockEpoch);
  const accounts = ids.flatMap((id): Account[] => {
    const account = found.get(id);
    if (!account || account.binnedMs !== undefined) return [];
    return [{ ...account, secret: account.secret.slice() }];
  });
  return { kind: 'open', accounts };
}

/** One account, for 'show QR'. Throws 'account-unknown'. */
export async function exportSecret(
  ports: VaultPorts,
  store: VaultStore,
  id: string,
  secret: UnlockSecret,
): Promise<SecretAnswer> {
  const answer = await exportAccounts(ports, store, [id], secret);
  if (answer.kind !== 'open') return answer;
  const [found] = answer.accounts;
  if (!found) throw new AppError('account-unknown');
  const { issuer, label } = found;
  return {
    kind: 'open',
    account: { ...parametersOf(found), issuer, label, secret: found.secret },
  };
}
