import { SECRET_BYTES, type Account } from '../../otp/account.ts';
import { findOpened, seal } from '../../crypto/aead.ts';
import { toBase64 } from '../../base64.ts';
import { type Bytes, findUtf8, sha256, wipe } from '../../crypto/bytes.ts';
import { findView, viewOf } from './account-fields.ts';
import { canonical, DEVICE_BYTES, PADDING_BYTES, paddedJson } from './item-names.ts';
import { findBytes, findCount, findFields, findId, findJson } from './parse.ts';
import type { DerivedKeys } from './derived-keys.ts';

/** What is readable of a record without the key; all of it is authenticated. */
export interface RecordStamp {
  readonly id: string;
  /** Counts the changes of this account, from 1. */
  readonly rev: number;
  readonly timeMs: number;
  readonly device: string;
  readonly state: 'kept' | 'deleted';
}

/** One account as it lies in the store. */
export interface SealedRecord {
  readonly stamp: RecordStamp;
  readonly sealed: Bytes;
}

function stampData(keys: DerivedKeys, stamp: RecordStamp): Bytes {
  const { id, rev, timeMs, device, state } = stamp;
  return canonical(keys.vaultId, 'account', id, rev, timeMs, device, state);
}

export function recordText(record: SealedRecord): string {
  const { rev, timeMs, device, state } = record.stamp;
  return JSON.stringify({ rev, timeMs, device, state, sealed: toBase64(record.sealed) });
}

export function findRecord(id: string, text: unknown): SealedRecord | undefined {
  const fields = findFields(findJson(text));
  const rev = findCount(fields?.get('rev'));
  const timeMs = findCount(fields?.get('timeMs'));
  const device = findId(fields?.get('device'), DEVICE_BYTES);
  const state = fields?.get('state');
  const sealed = findBytes(fields?.get('sealed'));
  if (rev === undefined || timeMs === undefined || device === undefined || !sealed)
    return undefined;
  if (state !== 'kept' && state !== 'deleted') return undefined;
  return { stamp: { id, rev, timeMs, device, state }, sealed };
}

/** Base64 of the SHA-256 of the sealed bytes: what the manifest says of a record. */
export async function recordHash(record: SealedRecord): Promise<string> {
  return toBase64(await sha256(record.sealed));
}

/**
 * Plaintext: one byte, the length of the secret, 0 for 256 because no secret
 * is empty; the secret; the view as JSON.
 * The secret is never a string, so that every copy of ours can be wiped.
 */
export async function sealAccount(
  keys: DerivedKeys,
  account: Account,
  stamp: Omit<RecordStamp, 'id' | 'state'>,
  nonce: Bytes,
): Promise<SealedRecord> {
  const before = new Uint8Array(1 + account.secret.length);
  // An array of bytes keeps 256 as 0.
  before[0] = account.secret.length;
  before.set(account.secret, 1);
  const plaintext = paddedJson(viewOf(account), before);
  const full: RecordStamp = { ...stamp, id: account.id, state: 'kept' };
  const sealed = await seal(keys.records, nonce, plaintext, stampData(keys, full));
  wipe(before, plaintext);
  return { stamp: full, sealed };
}

/** What is left of a deleted account: enough to know that it is gone, and since when. */
export async function sealTombstone(
  keys: DerivedKeys,
  stamp: Omit<RecordStamp, 'state'>,
  nonce: Bytes,
): Promise<SealedRecord> {
  const full: RecordStamp = { ...stamp, state: 'deleted' };
  const plaintext = new Uint8Array(PADDING_BYTES).fill(0x20);
  return { stamp: full, sealed: await seal(keys.records, nonce, plaintext, stampData(keys, full)) };
}

/** 'deleted' for a tombstone, undefined for a record that fails authentication. The caller wipes the secret. */
export async function findAccount(
  keys: DerivedKeys,
  record: SealedRecord,
): Promise<Account | 'deleted' | undefined> {
  const plaintext = await findOpened(keys.records, record.sealed, stampData(keys, record.stamp));
  if (!plaintext) return undefined;
  if (record.stamp.state === 'deleted') return 'deleted';
  const length = plaintext[0] || SECRET_BYTES.max;
  const secret = plaintext.slice(1, 1 + length);
  const view = findView(findJson(findUtf8(plaintext.subarray(1 + length))));
  wipe(plaintext);
  return view?.id === record.stamp.id && secret.length === length ? { ...view, secret } : undefined;
}
