import type { Account } from '../../otp/account.ts';
import { viewOf } from '../format/account-fields.ts';
import {
  HEAD,
  HEAD_COPY,
  INDEX,
  MANIFEST,
  MANIFEST_PREVIOUS,
  RECORD_PREFIX,
  recordKey,
} from '../format/item-names.ts';
import { findHead, findSoundHead, type Head } from '../format/head.ts';
import {
  type AccountIndex,
  findIndex,
  fingerprintOf,
  type IndexEntry,
} from '../format/index-cache.ts';
import {
  envelopeHash,
  findEnvelope,
  findManifest,
  LOCK_MINUTES_DEFAULT,
  type Manifest,
  type ManifestEntry,
} from '../format/manifest.ts';
import type { RecordStore } from './ports.ts';
import { findAccount, findRecord, recordHash } from '../format/record.ts';
import type { DerivedKeys } from '../format/derived-keys.ts';

/** The vault as it was last read from the store, without secrets. */
export interface Contents {
  readonly head: Head;
  readonly manifest: Manifest;
  /** The manifest's item as it was read: another text in the store means that another context wrote. */
  readonly manifestText: unknown;
  readonly index: AccountIndex;
  /** An older or damaged vault can be read, but is never written. */
  readonly condition: 'sound' | 'older' | 'damaged';
  /** Ids of accounts that were found unreadable; more may be found when their records are needed. */
  readonly quarantined: readonly string[];
}

type Stored = Readonly<Record<string, unknown>>;

export async function readHead(records: RecordStore): Promise<Head | undefined> {
  const stored = await records.get([HEAD, HEAD_COPY]);
  return findHead(stored[HEAD], stored[HEAD_COPY]);
}

/**
 * Everything but the secrets. `stored` holds HEAD, MANIFEST and INDEX, read
 * together. Undefined when there is no vault under these keys on the disk.
 */
export async function readContents(
  records: RecordStore,
  keys: DerivedKeys,
  stored: Stored,
  newest: { readonly generation: number; readonly generationMark: 'own' | 'foreign' },
): Promise<Contents | undefined> {
  const head = (await findSoundHead(stored[HEAD])) ?? (await readHead(records));
  if (head?.vaultId !== keys.vaultId || head.keyId !== keys.keyId) return undefined;
  const manifestText = stored[MANIFEST];
  const manifest = await findManifest(keys, manifestText);
  if (!manifest) return salvage(records, keys, head, manifestText);
  const condition =
    manifest.generation < newest.generation || newest.generationMark === 'foreign'
      ? 'older'
      : 'sound';
  const envelope = findEnvelope(stored[INDEX]);
  if (
    envelope?.generation === manifest.generation &&
    (await envelopeHash(envelope)) === manifest.indexHash
  ) {
    const index = await findIndex(keys, envelope);
    if (index) return { head, manifest, manifestText, index, condition, quarantined: [] };
  }
  const ids = [...manifest.entries].flatMap(([id, { deletedMs }]) =>
    deletedMs === undefined ? [id] : [],
  );
  const read = await readIndex(records, { keys, manifest, match: 'exact' }, ids);
  return { head, manifest, manifestText, condition, ...read };
}

/**
 * For an unreadable manifest: the contents as the authentic records tell them,
 * compared with the previous manifest. Accounts that the last write added are
 * found by the names of their items.
 */
async function salvage(
  records: RecordStore,
  keys: DerivedKeys,
  head: Head,
  manifestText: unknown,
): Promise<Contents> {
  const stored = await records.get([MANIFEST_PREVIOUS]);
  const manifest = (await findManifest(keys, stored[MANIFEST_PREVIOUS])) ?? {
    generation: 0,
    device: '',
    lockMinutes: LOCK_MINUTES_DEFAULT,
    indexHash: '',
    entries: new Map<string, ManifestEntry>(),
  };
  const names = await records.keys();
  const found = names.filter((name) => name.startsWith(RECORD_PREFIX));
  const ids = new Set(found.map((name) => name.slice(RECORD_PREFIX.length)));
  for (const [id, { deletedMs }] of manifest.entries) if (deletedMs === undefined) ids.add(id);
  const read = await readIndex(records, { keys, manifest, match: 'at-least' }, [...ids]);
  return { head, manifest, manifestText, condition: 'damaged', ...read };
}

/** Which records count: the very ones of the manifest, or, where that one is lost, those not older. */
export interface ExpectedRecords {
  readonly keys: DerivedKeys;
  readonly manifest: Manifest;
  readonly match: 'exact' | 'at-least';
}

async function readIndex(
  records: RecordStore,
  expected: ExpectedRecords,
  ids: readonly string[],
): Promise<Pick<Contents, 'index' | 'quarantined'>> {
  const index = new Map<string, IndexEntry>();
  const quarantined: string[] = [];
  for (const id of ids) {
    const stored = await records.get([recordKey(id)]).catch((): Stored => ({}));
    const account = await readRecord(expected, id, stored[recordKey(id)]);
    if (!account) quarantined.push(id);
    else if (account !== 'deleted') {
      index.set(id, {
        view: viewOf(account),
        fingerprint: await fingerprintOf(expected.keys, account),
      });
      account.secret.fill(0);
    }
  }
  return { index, quarantined };
}

/** The account of a record that is the one its manifest names; the caller wipes the secret. */
export async function readRecord(
  { keys, manifest, match }: ExpectedRecords,
  id: string,
  text: unknown,
): Promise<Account | 'deleted' | undefined> {
  const record = findRecord(id, text);
  if (!record) return undefined;
  const entry = manifest.entries.get(id);
  const known =
    match === 'exact'
      ? entry?.rev === record.stamp.rev && entry.hash === (await recordHash(record))
      : record.stamp.rev >= (entry?.rev ?? 0);
  return known ? findAccount(keys, record) : undefined;
}
