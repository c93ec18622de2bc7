import { AppError } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { NONCE_BYTES } from '../../crypto/aead.ts';
import { toBase64url } from '../../base64.ts';
import { equalBytes, type RandomBytes, wipe } from '../../crypto/bytes.ts';
import { viewOf } from '../format/account-fields.ts';
import type { Contents } from './contents.ts';
import type { OpenedContents } from './record-reader.ts';
import {
  DEVICE_BYTES,
  INDEX,
  MANIFEST,
  MANIFEST_PREVIOUS,
  recordKey,
  VERSION,
} from '../format/item-names.ts';
import { type Head, headItems } from '../format/head.ts';
import { findIndex, fingerprintOf, type IndexEntry, sealIndex } from '../format/index-cache.ts';
import {
  findEnvelope,
  findManifest,
  type Manifest,
  type ManifestEntry,
  OUTDATED_BACKUP_MS,
  sealManifest,
} from '../format/manifest.ts';
import { type VaultNotes, withoutLaterDays } from '../format/notes.ts';
import {
  findAccount,
  findRecord,
  recordHash,
  recordText,
  sealAccount,
  sealTombstone,
} from '../format/record.ts';
import type { Slot, VaultKeySet } from '../format/slot.ts';
import type { DerivedKeys } from '../format/derived-keys.ts';

/** What one write changes; whatever is absent stays. */
export interface WriteBatch {
  /** Accounts added or changed, with secrets of their own: the write path wipes them. */
  readonly put: Map<string, Account>;
  readonly deleted: Set<string>;
  /** Entries that leave the manifest: old tombstones, and records given up in a repair. */
  readonly forgotten: Set<string>;
  /** Writes the vault again as it is read: the user took it as the present one. */
  accepted?: 'accepted';
  lockMinutes?: number;
  /** When a backup was made; 'outdated': earlier backups open with a secret that was replaced. */
  backup?: number | 'outdated';
  /** Replaces those of the same name. */
  notes?: VaultNotes;
  slots?: readonly Slot[];
  /** A new vault key: `put` then holds every account, at the revision it has. */
  rotation?: VaultKeySet;
}

type Items = Readonly<Record<string, string>>;

/** All that one `set()` writes, and what the vault is afterwards. */
export interface SealedBatch {
  readonly items: Items;
  readonly contents: Contents;
  readonly keys: DerivedKeys;
}

/** What every record of one write is sealed with. */
interface RecordSealing {
  readonly keys: DerivedKeys;
  readonly device: string;
  readonly timeMs: number;
  readonly randomBytes: RandomBytes;
}

/** Seals each item beside its format, and lists what one `set()` then writes. */
export async function sealBatch(
  { contents, keys: oldKeys }: OpenedContents,
  batch: WriteBatch,
  generation: number,
  { nowMs, randomBytes }: { readonly nowMs: () => number; readonly randomBytes: RandomBytes },
): Promise<SealedBatch> {
  const keys = batch.rotation?.keys ?? oldKeys;
  const device = contents.manifest.device || toBase64url(randomBytes(DEVICE_BYTES));
  const sealing = { keys, device, timeMs: nowMs(), randomBytes };
  const records = await sealRecords(contents, batch, sealing);
  const index = await sealIndex(keys, records.index, generation, randomBytes);
  const manifest: Manifest = {
    ...settingsOf(contents, batch, sealing.timeMs),
    generation,
    device,
    indexHash: index.hash,
    entries: records.entries,
  };
  const manifestText = await sealManifest(keys, manifest, randomBytes);
  const head = headOf(contents, batch, keys);
  // A vault of an earlier version is of ours from its first write on: an older
  // Nightlatch must not take what it cannot read for damage.
  const isHeadNew = batch.slots || batch.rotation || contents.head.version < VERSION;
  return {
    items: {
      ...records.items,
      [INDEX]: index.text,
      [MANIFEST]: manifestText,
      [MANIFEST_PREVIOUS]: previousManifest(contents, batch) ?? manifestText,
      ...(isHeadNew ? await headItems(head) : {}),
    },
    keys,
    contents: { ...contents, head, manifest, manifestText, index: records.index },
  };
}

async function sealRecords(
  { manifest, index: oldIndex }: Contents,
  batch: WriteBatch,
  sealing: RecordSealing,
): Promise<{
  readonly items: Items;
  readonly entries: Map<string, ManifestEntry>;
  readonly index: Map<string, IndexEntry>;
}> {
  const { keys, device, timeMs, randomBytes } = sealing;
  const items: Record<string, string> = {};
  const entries = new Map<string, ManifestEntry>(manifest.entries);
  const index = new Map<string, IndexEntry>(oldIndex);
  for (const [id, account] of batch.put) {
    const oldRev = entries.get(id)?.rev ?? 0;
    const rev = batch.rotation ? oldRev : oldRev + 1;
    const stamp = { rev, timeMs: account.changedMs, device };
    const record = await sealAccount(keys, account, stamp, randomBytes(NONCE_BYTES));
    items[recordKey(id)] = recordText(record);
    entries.set(id, { rev, hash: await recordHash(record) });
    index.set(id, { view: viewOf(account), fingerprint: await fingerprintOf(keys, account) });
  }
  for (const id of batch.forgotten) {
    entries.delete(id);
    index.delete(id);
  }
  for (const id of [...batch.deleted, ...tombstonesToReseal(entries, batch)]) {
    const entry = entries.get(id);
    const deletedMs = entry?.deletedMs ?? timeMs;
    const rev = (entry?.rev ?? 0) + (entry?.deletedMs === undefined ? 1 : 0);
    const stamp = { id, rev, timeMs: deletedMs, device };
    const record = await sealTombstone(keys, stamp, randomBytes(NONCE_BYTES));
    items[recordKey(id)] = recordText(record);
    entries.set(id, { rev, hash: await recordHash(record), deletedMs });
    index.delete(id);
  }
  return { items, entries, index };
}

/** Under a new vault key the tombstones are sealed anew, like every account. */
function tombstonesToReseal(
  entries: ReadonlyMap<string, ManifestEntry>,
  { rotation }: WriteBatch,
): readonly string[] {
  if (!rotation) return [];
  return [...entries].flatMap(([id, { deletedMs }]) => (deletedMs === undefined ? [] : [id]));
}

/** The parts of the manifest that are not about records. */
function settingsOf(
  { manifest }: Contents,
  batch: WriteBatch,
  nowMs: number,
): Pick<Manifest, 'lockMinutes' | 'backupMs' | 'notes'> {
  const backupMs = backupMsAfter(manifest.backupMs, batch.backup);
  const notes = batch.notes ? { ...manifest.notes, ...batch.notes } : manifest.notes;
  return {
    lockMinutes: batch.lockMinutes ?? manifest.lockMinutes,
    ...(backupMs === undefined ? {} : { backupMs }),
    ...(notes ? { notes: withoutLaterDays(notes, nowMs) } : {}),
  };
}

function backupMsAfter(
  oldMs: number | undefined,
  backup: WriteBatch['backup'],
): number | undefined {
  if (backup !== 'outdated') return backup ?? oldMs;
  return oldMs === undefined ? undefined : OUTDATED_BACKUP_MS;
}

/** Undefined: the new manifest stands for it, because the old one opens under no present key. */
function previousManifest({ manifestText }: Contents, batch: WriteBatch): string | undefined {
  return batch.rotation || typeof manifestText !== 'string' ? undefined : manifestText;
}

function headOf({ head }: Contents, { slots }: WriteBatch, keys: DerivedKeys): Head {
  return {
    version: VERSION,
    vaultId: keys.vaultId,
    keyId: keys.keyId,
    slots: slots ?? head.slots,
    damagedSlots: slots ? [] : head.damagedSlots,
  };
}

/**
 * 'Saved' means: read again from the store, the same, and decrypted to what
 * was meant. Throws 'storage-failed'.
 */
export async function checkWritten(
  sealed: SealedBatch,
  batch: WriteBatch,
  stored: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { items, keys } = sealed;
  for (const [name, text] of Object.entries(items)) {
    if (stored[name] !== text) throw new AppError('storage-failed');
  }
  for (const [id, account] of batch.put) {
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
