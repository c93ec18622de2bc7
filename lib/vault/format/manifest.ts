import { findOpened, NONCE_BYTES, seal } from '../../crypto/aead.ts';
import { toBase64 } from '../../base64.ts';
import { type Bytes, findUtf8, type RandomBytes, sha256 } from '../../crypto/bytes.ts';
import { canonical, DEVICE_BYTES, ID_BYTES, paddedJson } from './item-names.ts';
import { findBytes, findCount, findFields, findId, findJson, findText } from './parse.ts';
import { notesOf, type VaultNotes } from './notes.ts';
import type { DerivedKeys } from './derived-keys.ts';

export interface ManifestEntry {
  readonly rev: number;
  /** Base64 of the SHA-256 of the record's sealed bytes. */
  readonly hash: string;
  /** Set for a tombstone: when the account was deleted. */
  readonly deletedMs?: number;
}

/** Stands for the time of a last backup where all were made before the passphrase was changed. */
export const OUTDATED_BACKUP_MS = 0;

/** Which records make up the vault: an old, foreign or lost one does not pass as present. */
export interface Manifest {
  /** Grows by one with every write. */
  readonly generation: number;
  readonly device: string;
  readonly lockMinutes: number;
  /** When the last backup was made that the present passphrase opens; OUTDATED_BACKUP_MS: there are only others. */
  readonly backupMs?: number;
  readonly notes?: VaultNotes;
  /** Base64 of the SHA-256 of the sealed index that was written with it. */
  readonly indexHash: string;
  readonly entries: ReadonlyMap<string, ManifestEntry>;
}

export const LOCK_MINUTES_DEFAULT = 15;
export const LOCK_MINUTES_MAX = 24 * 60;

/** What is sealed in an envelope, under which key; `use` keeps one from passing for another. */
interface EnvelopeKind {
  readonly key: CryptoKey;
  readonly vaultId: string;
  readonly use: 'manifest' | 'index' | 'backup';
}

/** Sealed JSON and the generation that its ciphertext is bound to; for a backup that is its time. */
export interface Envelope {
  readonly generation: number;
  readonly sealed: Bytes;
}

export function envelopeText(envelope: Envelope): string {
  return JSON.stringify({ generation: envelope.generation, sealed: toBase64(envelope.sealed) });
}

export function findEnvelope(text: unknown): Envelope | undefined {
  const fields = findFields(findJson(text));
  const generation = findCount(fields?.get('generation'));
  const sealed = findBytes(fields?.get('sealed'));
  return generation === undefined || !sealed ? undefined : { generation, sealed };
}

export async function sealEnvelope(
  { key, vaultId, use }: EnvelopeKind,
  generation: number,
  value: unknown,
  randomBytes: RandomBytes,
): Promise<Envelope> {
  const data = canonical(vaultId, use, generation);
  const nonce = randomBytes(NONCE_BYTES);
  return { generation, sealed: await seal(key, nonce, paddedJson(value), data) };
}

export async function findEnvelopeJson(
  { key, vaultId, use }: EnvelopeKind,
  envelope: Envelope,
): Promise<unknown> {
  const data = canonical(vaultId, use, envelope.generation);
  const plaintext = await findOpened(key, envelope.sealed, data);
  return plaintext ? findJson(findUtf8(plaintext)) : undefined;
}

export async function envelopeHash(envelope: Envelope): Promise<string> {
  return toBase64(await sha256(envelope.sealed));
}

function manifestKind({ manifest: key, vaultId }: DerivedKeys): EnvelopeKind {
  return { key, vaultId, use: 'manifest' };
}

/** The text of the manifest's item. */
export async function sealManifest(
  keys: DerivedKeys,
  manifest: Manifest,
  randomBytes: RandomBytes,
): Promise<string> {
  const { generation, device, lockMinutes, backupMs, notes, indexHash, entries } = manifest;
  const optional = { ...(backupMs === undefined ? {} : { backupMs }), ...(notes ? { notes } : {}) };
  const records = [...entries].map(([id, { rev, hash, deletedMs }]) =>
    deletedMs === undefined ? [id, rev, hash] : [id, rev, hash, deletedMs],
  );
  const value = { device, lockMinutes, ...optional, indexHash, records };
  return envelopeText(await sealEnvelope(manifestKind(keys), generation, value, randomBytes));
}

/** Undefined: not a manifest that was written under these keys. */
export async function findManifest(
  keys: DerivedKeys,
  text: unknown,
): Promise<Manifest | undefined> {
  const envelope = findEnvelope(text);
  if (!envelope) return undefined;
  const fields = findFields(await findEnvelopeJson(manifestKind(keys), envelope));
  const device = findId(fields?.get('device'), DEVICE_BYTES);
  const lockMinutes = findCount(fields?.get('lockMinutes'));
  const backupMs = findCount(fields?.get('backupMs'));
  const indexHash = findText(fields?.get('indexHash'), 44);
  const records = fields?.get('records');
  if (!device || !lockMinutes || indexHash === undefined || !Array.isArray(records)) {
    return undefined;
  }
  const entries = new Map<string, ManifestEntry>();
  for (const item of records) {
    if (!Array.isArray(item)) return undefined;
    const [idValue, revValue, hashValue, deletedValue]: unknown[] = item;
    const id = findId(idValue, ID_BYTES);
    const rev = findCount(revValue);
    const hash = findText(hashValue, 44);
    const deletedMs = findCount(deletedValue);
    if (!id || rev === undefined || hash === undefined) return undefined;
    entries.set(id, { rev, hash, ...(deletedMs === undefined ? {} : { deletedMs }) });
  }
  const optional = {
    ...(backupMs === undefined ? {} : { backupMs }),
    ...(fields?.has('notes') ? { notes: notesOf(fields.get('notes')) } : {}),
  };
  return { generation: envelope.generation, device, lockMinutes, ...optional, indexHash, entries };
}
