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
import { findHeads, findSoundHead, type Head } from '../format/head.ts';
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
import type { RecordStore, VaultPorts } from './ports.ts';
import { isAuthentic } from '../format/slot.ts';
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

/**
 * The heads that are there, the best first; those of the copy outside of the store
 * where it has none although there is a vault: its heads are damaged, or gone.
 */
export async function readHeads(
  ports: Pick<VaultPorts, 'records' | 'headCopy'>,
): Promise<readonly Head[]> {
  const { [HEAD]: text, [HEAD_COPY]: copy } = await ports.records.get([HEAD, HEAD_COPY]);
  const heads = await findHeads([text, copy]);
  if (heads.length > 0) return heads;
  const isVault = text !== undefined || copy !== undefined || (await hasRecords(ports.records));
  return isVault ? readSpareHeads(ports) : heads;
}

async function hasRecords(records: RecordStore): Promise<boolean> {
  const manifests = await records.get([MANIFEST, MANIFEST_PREVIOUS]);
  if (Object.keys(manifests).length > 0) return true;
  const names = await records.keys().catch((): readonly string[] => []);
  return names.some((name) => name.startsWith(RECORD_PREFIX));
}

/** The head of the copy outside of the store, if there is one. */
export async function readSpareHeads({
  headCopy,
}: Pick<VaultPorts, 'headCopy'>): Promise<readonly Head[]> {
  try {
    return await findHeads([await headCopy.read()]);
  } catch {
    return [];
  }
}

interface RatedHead {
  readonly head: Head;
  /** How many of its slots were written under the keys. */
  readonly authentic: number;
}

/** Of several heads under these keys the one with most slots that were written under them. */
async function findAuthenticHead(
  heads: readonly Head[],
  keys: DerivedKeys,
): Promise<RatedHead | undefined> {
  let best: RatedHead | undefined;
  for (const head of heads) {
    if (head.vaultId !== keys.vaultId || head.keyId !== keys.keyId) continue;
    const slots = await Promise.all(head.slots.map(async (slot) => isAuthentic(slot, keys)));
    const authentic = slots.filter(Boolean).length;
    if (!best || authentic > best.authentic) best = { head, authentic };
  }
  return best;
}

function isWhole({ head, authentic }: RatedHead): boolean {
  return authentic === head.slots.length && head.damagedSlots.length === 0;
}

/** Whether this is the text of a head all of whose slots were written under these keys. */
export async function isWholeHead(text: unknown, keys: DerivedKeys): Promise<boolean> {
  const head = await findSoundHead(text);
  const rated = head && (await findAuthenticHead([head], keys));
  return rated !== undefined && isWhole(rated);
}

/** Without the copies where both are the same and sound, which is nearly always. */
async function readOwnHead(
  ports: Pick<VaultPorts, 'records' | 'headCopy'>,
  keys: DerivedKeys,
  stored: Stored,
): Promise<Head | undefined> {
  const sound = stored[HEAD] === stored[HEAD_COPY] ? await findSoundHead(stored[HEAD]) : undefined;
  const heads = sound ? [sound] : await readHeads(ports);
  const best = await findAuthenticHead(heads, keys);
  if (heads.length === 0 || (best && isWhole(best))) return best?.head;
  const others = [...(best ? [best.head] : []), ...(await readSpareHeads(ports))];
  return (await findAuthenticHead(others, keys))?.head;
}

/**
 * Everything but the secrets. `stored` holds HEAD, HEAD_COPY, MANIFEST and
 * INDEX, read together. Undefined when there is no vault under these keys on the disk.
 */
export async function readContents(
  ports: Pick<VaultPorts, 'records' | 'headCopy'>,
  keys: DerivedKeys,
  stored: Stored,
  newest: { readonly generation: number; readonly generationMark: 'own' | 'foreign' },
): Promise<Contents | undefined> {
  const { records } = ports;
  const head = await readOwnHead(ports, keys, stored);
  if (!head) return undefined;
  const manifestText = stored[MANIFEST];
  const manifest = await findManifest(keys, manifestText);
  if (!manifest) return salvage(records, { keys, head }, stored);
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
 * found by the names of their items, or in the index.
 */
async function salvage(
  records: RecordStore,
  { keys, head }: { readonly keys: DerivedKeys; readonly head: Head },
  stored: Stored,
): Promise<Contents> {
  const { [MANIFEST_PREVIOUS]: previous } = await records.get([MANIFEST_PREVIOUS]);
  const manifest = (await findManifest(keys, previous)) ?? {
    generation: 0,
    device: '',
    lockMinutes: LOCK_MINUTES_DEFAULT,
    indexHash: '',
    entries: new Map<string, ManifestEntry>(),
  };
  // The names are a help, not a need: a store with a bad block does not give them.
  const names = await records.keys().catch((): readonly string[] => []);
  const found = names.filter((name) => name.startsWith(RECORD_PREFIX));
  const ids = new Set(found.map((name) => name.slice(RECORD_PREFIX.length)));
  const envelope = findEnvelope(stored[INDEX]);
  const index = envelope && (await findIndex(keys, envelope));
  for (const id of index?.keys() ?? []) ids.add(id);
  for (const [id, { deletedMs }] of manifest.entries) if (deletedMs === undefined) ids.add(id);
  const read = await readIndex(records, { keys, manifest, match: 'at-least' }, [...ids]);
  return { head, manifest, manifestText: stored[MANIFEST], condition: 'damaged', ...read };
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
    const stored = await records.get([recordKey(id)]);
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
