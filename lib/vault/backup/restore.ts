import type { Account } from '../../otp/account.ts';
import { toBase64url } from '../../base64.ts';
import { archiveCopies } from '../store/archive.ts';
import { type WriteBatch, checkWritten, sealBatch } from '../store/write-batch.ts';
import { writeHeadCopy } from '../store/head-copy.ts';
import { checkCreated, type UnwrittenVault } from '../unlock/create.ts';
import { ID_BYTES, MANIFEST, MANIFEST_PREVIOUS, FAILED_ATTEMPTS } from '../format/item-names.ts';
import { readGenerationMark, writeGenerationMark } from '../store/generation-mark.ts';
import type { VaultPorts } from '../store/ports.ts';

/** After the empty vault itself, which was never on the disk alone. */
const GENERATION = 2;

/**
 * An account of another vault as one of ours: a new id, no bond to what the old one went through.
 * `sinceMs`: from when on it counts as ours, Unix time.
 */
export function asNewAccount(
  account: Account,
  ports: Pick<VaultPorts, 'nowMs' | 'randomBytes'>,
  sinceMs = ports.nowMs(),
): Account {
  return {
    ...account,
    id: toBase64url(ports.randomBytes(ID_BYTES)),
    secret: account.secret.slice(),
    createdMs: sinceMs,
    changedMs: sinceMs,
    // Its 30 days begin anew: purging is for what the user has seen in the bin.
    ...(account.binnedMs === undefined ? {} : { binnedMs: ports.nowMs() }),
  };
}

/**
 * Puts a new vault with these accounts in the place of one that cannot be used. Inside the lock of the store, and only after the
 * caller has looked at what is there.
 *
 * What lay there is copied into the archive in the same write: killed at any point, the
 * store has the old or the new. `backupMs`: when a backup was made that the new vault's
 * passphrase opens. Throws 'vault-full', 'storage-failed'.
 */
export async function writeRestored(
  ports: VaultPorts,
  made: UnwrittenVault,
  accounts: readonly Account[],
  backupMs?: number,
): Promise<void> {
  const { keys, contents } = made;
  const put = new Map(accounts.map((account) => [account.id, account]));
  const batch: WriteBatch = {
    put,
    deleted: new Set(),
    forgotten: new Set(),
    ...(backupMs === undefined ? {} : { backup: backupMs }),
  };
  const sealed = await sealBatch({ lockEpoch: 0, keys, contents }, batch, GENERATION, ports);
  const manifest = sealed.items[MANIFEST] ?? '';
  const items = { ...made.items, ...sealed.items, [MANIFEST_PREVIOUS]: manifest };
  const archive = await archiveCopies(ports);
  const mark = await readGenerationMark(ports);
  // The generation mark is written first: one of the old vault would make the new one 'older', and
  // none would make a loss of it look like a first run.
  if (mark) await writeGenerationMark(ports, keys.vaultId, GENERATION);
  try {
    await ports.records.set({ ...items, ...archive.copies });
  } catch (thrown) {
    if (mark) await writeGenerationMark(ports, mark.vaultId, mark.generation);
    throw thrown;
  }
  await checkCreated(ports, made);
  const stored = await ports.records.get(Object.keys(items));
  await checkWritten({ ...sealed, items }, batch, stored);
  await writeGenerationMark(ports, keys.vaultId, GENERATION);
  await writeHeadCopy(ports, items);
  const old = archive.names.filter((name) => !Object.hasOwn(items, name));
  // What cannot be removed belongs to no vault any more: the new one is there, and it is whole.
  await ports.records.remove([...old, FAILED_ATTEMPTS]).catch(() => undefined);
  // Else whoever copies the profile could open the archived vault, unlike the new one.
  await ports.computerKey.clear().catch(() => undefined);
}
