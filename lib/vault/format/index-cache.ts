import { AppError } from '../../errors.ts';
import { VAULT_ACCOUNTS_MAX } from '../../limits.ts';
import type { AccountView, NewAccount } from '../../otp/account.ts';
import { toBase64 } from '../../base64.ts';
import type { RandomBytes } from '../../crypto/bytes.ts';
import { hmac } from '../../crypto/hkdf.ts';
import { findView } from './account-fields.ts';
import { findText } from './parse.ts';
import {
  type Envelope,
  envelopeHash,
  envelopeText,
  findEnvelopeJson,
  sealEnvelope,
} from './manifest.ts';
import type { DerivedKeys } from './derived-keys.ts';

/**
 * [Note: Why there is an index] The first picture of the popup needs the names
 * of all accounts and the secrets of a few. The index holds the views of all in
 * one ciphertext, so that waking up costs one read and one decryption whether
 * there are ten accounts or a thousand. It is a cache: the records are the
 * truth, and an index that does not match its manifest is built anew from them.
 */
export interface IndexEntry {
  readonly view: AccountView;
  /** Keyed hash of the secret: finds a second scan of the same QR without decrypting every record. */
  readonly fingerprint: string;
}

export type AccountIndex = ReadonlyMap<string, IndexEntry>;

export async function fingerprintOf(
  keys: DerivedKeys,
  account: Pick<NewAccount, 'secret'>,
): Promise<string> {
  return toBase64((await hmac(keys.fingerprints, account.secret)).slice(0, 16));
}

/** The text of the index's item, and the hash that its manifest must name. */
export async function sealIndex(
  keys: DerivedKeys,
  index: AccountIndex,
  generation: number,
  randomBytes: RandomBytes,
): Promise<{ readonly text: string; readonly hash: string }> {
  const entries = [...index.values()].map(({ view, fingerprint }) => [fingerprint, view]);
  const kind = { key: keys.index, vaultId: keys.vaultId, use: 'index' } as const;
  const envelope = await sealEnvelope(kind, generation, entries, randomBytes);
  return { text: envelopeText(envelope), hash: await envelopeHash(envelope) };
}

export async function findIndex(
  keys: DerivedKeys,
  envelope: Envelope,
): Promise<AccountIndex | undefined> {
  const kind = { key: keys.index, vaultId: keys.vaultId, use: 'index' } as const;
  const entries = await findEnvelopeJson(kind, envelope);
  if (!Array.isArray(entries)) return undefined;
  const index = new Map<string, IndexEntry>();
  for (const item of entries) {
    if (!Array.isArray(item)) return undefined;
    const [fingerprintValue, viewValue]: unknown[] = item;
    const fingerprint = findText(fingerprintValue, 24);
    const view = findView(viewValue);
    if (fingerprint === undefined || !view) return undefined;
    index.set(view.id, { view, fingerprint });
  }
  return index;
}

/** A vault with more accounts would have a backup that is too large to be read. Throws 'vault-full'. */
export function checkRoom(index: AccountIndex, added: number): void {
  if (index.size + added > VAULT_ACCOUNTS_MAX) throw new AppError('vault-full');
}

/** Throws 'account-unknown'. */
export function getView(index: AccountIndex, id: string): AccountView {
  const entry = index.get(id);
  if (!entry) throw new AppError('account-unknown');
  return entry.view;
}

/** Why an account was not read: the vault lists it but cannot read it, or has none of this id. */
export function errorOfUnread(index: AccountIndex, id: string): AppError {
  return new AppError(index.has(id) ? 'account-damaged' : 'account-unknown');
}
