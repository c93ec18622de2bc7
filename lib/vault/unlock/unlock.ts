import { AppError } from '../../errors.ts';
import { type Bytes, wipe } from '../../crypto/bytes.ts';
import { readHeads } from '../store/contents.ts';
import { HEAD, HEAD_COPY, MANIFEST, MANIFEST_PREVIOUS } from '../format/item-names.ts';
import type { Head } from '../format/head.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { readGenerationMark, writeGenerationMark } from '../store/generation-mark.ts';
import { findManifest, LOCK_MINUTES_DEFAULT } from '../format/manifest.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { VaultState, VaultStatus } from '../model.ts';
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
  const opened = await store.findOpened();
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
export async function getHeads(ports: VaultPorts): Promise<readonly [Head, ...Head[]]> {
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
export async function openVault(
  ports: VaultPorts,
  store: VaultStore,
  lockEpoch: number,
  vaultKey: Bytes,
): Promise<void> {
  const [heads, stored, mark] = await Promise.all([
    getHeads(ports),
    ports.records.get([MANIFEST]),
    readGenerationMark(ports),
  ]);
  const { head, keys } = await getKeys(heads, vaultKey);
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
