import { AppError } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { NONCE_BYTES } from '../../crypto/aead.ts';
import { toBase64url } from '../../crypto/base64.ts';
import { type Bytes, equalBytes, wipe } from '../../crypto/bytes.ts';
import { viewOf } from '../format/account-fields.ts';
import type { Contents } from './contents.ts';
import type { OpenedContents } from './record-reader.ts';
import {
  DEVICE_BYTES,
  HEAD,
  HEAD_COPY,
  INDEX,
  MANIFEST,
  MANIFEST_PREVIOUS,
  recordKey,
} from '../format/item-names.ts';
import { type Head, headText } from '../format/head.ts';
import { findIndex, fingerprintOf, type IndexEntry, sealIndex } from '../format/index-cache.ts';
import {
  envelopeHash,
  envelopeText,
  findEnvelope,
  findManifest,
  type Manifest,
  type ManifestEntry,
  sealManifest,
} from '../format/manifest.ts';
import {
  findAccount,
  findRecord,
  recordHash,
  recordText,
  sealAccount,
  sealTombstone,
} from '../format/record.ts';
import type { Slot } from '../format/slot.ts';
import type { DerivedKeys } from '../format/derived-keys.ts';

/** What one write changes; whatever is absent stays. */
export interface Changes {
  /** Accounts added or changed, with secrets of their own: the write path wipes them. */
  readonly put: Map<string, Account>;
  readonly deleted: Set<string>;
  /** Entries that leave the manifest: old tombstones, and records given up in a repair. */
  readonly forgotten: Set<string>;
  /** Writes the vault again as it is read: the user took it as the present one. */
  accepted?: 'accepted';
  lockMinutes?: number;
  /** A backup was made; 'outdated': those made before open with a secret that is no more. */
  backup?: number | 'outdated';
  slots?: readonly Slot[];
  /** A new vault key: `put` then holds every account, at the revision it has. */
  rotation?: { readonly vaultKey: Bytes; readonly keys: DerivedKeys };
}

/** All that one `set()` writes, and what the vault is afterwards. */
export interface SealedChanges {
  readonly items: Readonly<Record<string, string>>;
  readonly contents: Contents;
  readonly keys: DerivedKeys;
}

interface Clock {
  readonly nowMs: () => number;
  readonly randomBytes: (length: number) => Bytes;
}

export async function sealChanges(
  { contents, keys: oldKeys }: OpenedContents,
  changes: Changes,
  generation: number,
  { nowMs, randomBytes }: Clock,
): Promise<SealedChanges> {
  const keys = changes.rotation?.keys ?? oldKeys;
  const device = contents.manifest.device || toBase64url(randomBytes(DEVICE_BYTES));
  const timeMs = nowMs();
  const items: Record<string, string> = {};
  const entries = new Map<string, ManifestEntry>(contents.manifest.entries);
  const index = new Map<string, IndexEntry>(contents.index);
  for (const [id, account] of changes.put) {
    const oldRev = entries.get(id)?.rev ?? 0;
    const rev = changes.rotation ? oldRev : oldRev + 1;
    const stamp = { rev, timeMs: account.changedMs, device };
    const record = await sealAccount(keys, account, stamp, randomBytes(NONCE_BYTES));
    items[recordKey(id)] = recordText(record);
    entries.set(id, { rev, hash: await recordHash(record) });
    index.set(id, { view: viewOf(account), fingerprint: await fingerprintOf(keys, account) });
  }
  for (const id of changes.forgotten) {
    entries.delete(id);
    index.delete(id);
  }
  const tombstones = changes.rotation
    ? [...entries].filter(([, entry]) => entry.deletedMs !== undefined).map(([id]) => id)
    : [];
  for (const id of [...changes.deleted, ...tombstones]) {
    const entry = entries.get(id);
    const deletedMs = entry?.deletedMs ?? timeMs;
    const rev = (entry?.rev ?? 0) + (entry?.deletedMs === undefined ? 1 : 0);
    const stamp = { id, rev, timeMs: deletedMs, device };
    const record = await sealTombstone(keys, stamp, randomBytes(NONCE_BYTES));
    items[recordKey(id)] = recordText(record);
    entries.set(id, { rev, hash: await recordHash(record), deletedMs });
    index.delete(id);
  }
  const indexEnvelope = await sealIndex(keys, index, generation, randomBytes);
  const backupMs = changes.backup ?? contents.manifest.backupMs;
  const manifest: Manifest = {
    generation,
    device,
    lockMinutes: changes.lockMinutes ?? contents.manifest.lockMinutes,
    ...(typeof backupMs === 'number' ? { backupMs } : {}),
    indexHash: await envelopeHash(indexEnvelope),
    entries,
  };
  const manifestText = envelopeText(await sealManifest(keys, manifest, randomBytes));
  items[INDEX] = envelopeText(indexEnvelope);
  items[MANIFEST] = manifestText;
  const previous = contents.manifestText;
  items[MANIFEST_PREVIOUS] =
    changes.rotation || typeof previous !== 'string' ? manifestText : previous;
  const head: Head = {
    vaultId: keys.vaultId,
    keyId: keys.keyId,
    slots: changes.slots ?? contents.head.slots,
    damagedSlots: changes.slots ? [] : contents.head.damagedSlots,
  };
  if (changes.slots || changes.rotation) {
    items[HEAD] = await headText(head);
    items[HEAD_COPY] = items[HEAD];
  }
  return {
    items,
    keys,
    contents: { ...contents, head, manifest, manifestText, index },
  };
}

/**
 * 'Saved' means: read again from the store, the same, and decrypted to what
 * was meant. Throws 'storage-failed'.
 */
export async function checkWritten(
  sealed: SealedChanges,
  changes: Changes,
  stored: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { items, keys } = sealed;
  for (const [name, text] of Object.entries(items)) {
    if (stored[name] !== text) throw new AppError('storage-failed');
  }
  for (const [id, account] of changes.put) {
    const record = findRecord(id, stored[recordKey(id)]);
    const found = record ? await findAccount(keys, record) : undefined;
    if (!found || found === 'deleted' || !equalBytes(found.secret, account.secret)) {
      throw new AppError('storage-failed');
    }
    wipe(found.secret);
  }
  const manifest = await findManifest(keys, stored[MANIFEST]);
  const envelope = findEnvelope(stored[INDEX]);
  const index = envelope ? await findIndex(keys, envelope) : undefined;
  if (!manifest || index?.size !== sealed.contents.index.size) throw new AppError('storage-failed');
}
