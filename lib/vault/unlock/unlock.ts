import { AppError } from '../../errors.ts';
import { type Bytes, wipe } from '../../crypto/bytes.ts';
import { readHeads, readSpareHeads } from '../store/contents.ts';
import { putBackHead } from '../store/head-copy.ts';
import { HEAD, HEAD_COPY, MANIFEST, MANIFEST_PREVIOUS } from '../format/item-names.ts';
import type { Head } from '../format/head.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { readGenerationMark, writeGenerationMark } from '../store/generation-mark.ts';
import { findManifest, LOCK_MINUTES_DEFAULT } from '../format/manifest.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { UnlockSecret, VaultState, VaultStatus } from '../model.ts';
import { type ProofAnswer, prove } from './proof.ts';
import { type DerivedKeys, deriveKeys } from '../format/derived-keys.ts';

/** Which of the states without an open vault this is, and the heads to open it by. */
export async function readLocked(
  ports: VaultPorts,
): Promise<{ readonly state: VaultState; readonly heads: readonly Head[] }> {
  const heads = await readHeads(ports);
  if (heads.length > 0) return { state: 'locked', heads };
  const stored = await ports.records.get([HEAD, HEAD_COPY, MANIFEST, MANIFEST_PREVIOUS]);
  if (Object.keys(stored).length > 0) return { state: 'damaged', heads };
  const mark = await readGenerationMark(ports);
  return { state: mark ? 'missing' : 'absent', heads };
}

export async function readStatus(ports: VaultPorts, store: VaultStore): Promise<VaultStatus> {
  const opened = await store.findReread();
  if (!opened) {
    return { state: (await readLocked(ports)).state, access: 'none', quarantined: [] };
  }
  const { condition } = opened.contents;
  const { quarantined } = store.reader;
  return condition === 'sound'
    ? { state: 'open', access: 'read-write', quarantined }
    : { state: condition, access: 'read-only', quarantined };
}

/** For a secret in hand, the best head first. Throws 'vault-absent', 'vault-missing', 'vault-damaged'. */
async function getHeads(ports: VaultPorts): Promise<readonly [Head, ...Head[]]> {
  const { state, heads } = await readLocked(ports);
  const [best, ...others] = heads;
  if (best) return [best, ...others];
  if (state === 'absent') throw new AppError('vault-absent');
  throw new AppError(state === 'missing' ? 'vault-missing' : 'vault-damaged');
}

export async function getHead(ports: VaultPorts): Promise<Head> {
  const [best] = await getHeads(ports);
  return best;
}

/**
 * Tries a secret on the heads of the store, and before it is called wrong on the
 * copy outside of it, because both in the store may be forged or damaged.
 */
export async function proveAndOpen(
  ports: VaultPorts,
  store: VaultStore,
  secret: UnlockSecret,
): Promise<ProofAnswer> {
  const { lockEpoch } = store.session;
  const [heads, spare] = await Promise.all([getHeads(ports), readSpareHeads(ports)]);
  const proof = await prove(ports, heads, secret, {
    spare,
    isOfStore: async (vaultKey, { vaultId }) => isOfStore(ports, vaultKey, vaultId),
  });
  if (proof.kind !== 'open') return proof;
  await openVault(ports, store, lockEpoch, proof.vaultKey);
  if (proof.from === 'spare') await ports.exclusive(async () => putBackOwnHead(ports, store));
  return proof;
}

async function isOfStore(ports: VaultPorts, vaultKey: Bytes, vaultId: string): Promise<boolean> {
  const keys = await deriveKeys(vaultKey, vaultId);
  const stored = await ports.records.get([MANIFEST, MANIFEST_PREVIOUS]);
  const manifest = await findManifest(keys, stored[MANIFEST]);
  return (manifest ?? (await findManifest(keys, stored[MANIFEST_PREVIOUS]))) !== undefined;
}

/** Only into a vault that may be written; where the store does not take it, the vault is open all the same. */
async function putBackOwnHead(ports: VaultPorts, store: VaultStore): Promise<void> {
  const opened = await store.findOpened();
  if (opened?.contents.condition !== 'sound') return;
  await putBackHead(ports, opened.keys).catch(() => undefined);
}

/** The head that this vault key belongs to: a forged one may stand before it. */
async function getKeys(
  heads: readonly Head[],
  vaultKey: Bytes,
): Promise<{ readonly head: Head; readonly keys: DerivedKeys }> {
  for (const head of heads) {
    const keys = await deriveKeys(vaultKey, head.vaultId);
    if (keys.keyId === head.keyId) return { head, keys };
  }
  throw new AppError('vault-damaged');
}

/** Opens the session with a proven vault key, which is wiped. */
async function openVault(
  ports: VaultPorts,
  store: VaultStore,
  lockEpoch: number,
  vaultKey: Bytes,
): Promise<void> {
  const [heads, spare, stored, mark] = await Promise.all([
    getHeads(ports),
    readSpareHeads(ports),
    ports.records.get([MANIFEST]),
    readGenerationMark(ports),
  ]);
  const { head, keys } = await getKeys([...heads, ...spare], vaultKey);
  const manifest = await findManifest(keys, stored[MANIFEST]);
  const own = mark === undefined || mark.vaultId === head.vaultId;
  const marked = own ? (mark?.generation ?? 0) : 0;
  const generation = Math.max(marked, own ? (manifest?.generation ?? 0) : 0);
  // A vault that was locked or archived meanwhile must not get its generation mark back.
  store.session.throwIfLockedSince(lockEpoch);
  if (own && generation > marked) await writeGenerationMark(ports, head.vaultId, generation);
  const lockMinutes = isKeptUnlocked(head)
    ? 'never'
    : (manifest?.lockMinutes ?? LOCK_MINUTES_DEFAULT);
  const facts = { generation, generationMark: own ? 'own' : 'foreign' } as const;
  await store.session.open(lockEpoch, { vaultKey, keys }, facts, lockMinutes);
  wipe(vaultKey);
}

/**
 * Opens a vault that was just made, unless a lock came since `lockEpoch`: that one
 * stands, and is no failure, because the recovery code is yet to be shown.
 */
export async function openCreated(
  ports: VaultPorts,
  store: VaultStore,
  lockEpoch: number,
  vaultKey: Bytes,
): Promise<void> {
  try {
    await openVault(ports, store, lockEpoch, vaultKey);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'vault-locked') throw thrown;
  } finally {
    wipe(vaultKey);
  }
}

export function isKeptUnlocked(head: Head): boolean {
  return head.slots.some(({ use }) => use.type === 'this-computer');
}
