import type { Account } from '../../otp/account.ts';
import { toBase64url } from '../../crypto/base64.ts';
import { copiesAside } from '../store/archive.ts';
import { type Changes, checkWritten, sealChanges } from '../store/write-batch.ts';
import { checkCreated, type MadeVault } from '../unlock/create.ts';
import { ID_BYTES, MANIFEST, MANIFEST_PREVIOUS, TRIES } from '../format/item-names.ts';
import { readMark, writeMark } from '../store/generation-mark.ts';
import type { VaultPorts } from '../store/ports.ts';

/** After the empty vault itself, which was never on the disk alone. */
const GENERATION = 2;

/** An account of another vault as one of ours: a new id, no bond to what the old one went through. */
export function adopted(
  account: Account,
  ports: Pick<VaultPorts, 'nowMs' | 'randomBytes'>,
): Account {
  const nowMs = ports.nowMs();
  return {
    ...account,
    id: toBase64url(ports.randomBytes(ID_BYTES)),
    secret: account.secret.slice(),
    createdMs: nowMs,
    changedMs: nowMs,
    // Its 30 days begin anew: purging is for what the user has seen in the bin.
    ...(account.binnedMs === undefined ? {} : { binnedMs: nowMs }),
  };
}

/**
 * Puts a new vault with these accounts in the place
 * of one that cannot be used. Inside the lock of the store, and only after the
 * caller has looked at what is there.
 *
 * What lay there is copied aside in the same write: killed at any point, the
 * store has the old or the new. Where something cannot be copied, nothing is
 * written over it. Throws 'vault-not-copied', 'vault-full', 'storage-failed'.
 */
export async function writeRestored(
  ports: VaultPorts,
  made: MadeVault,
  accounts: readonly Account[],
): Promise<void> {
  const { keys, contents } = made;
  const put = new Map(accounts.map((account) => [account.id, account]));
  const changes: Changes = { put, deleted: new Set(), forgotten: new Set() };
  const sealed = await sealChanges({ turn: 0, keys, contents }, changes, GENERATION, ports);
  const manifest = sealed.items[MANIFEST] ?? '';
  const items = { ...made.items, ...sealed.items, [MANIFEST_PREVIOUS]: manifest };
  const aside = await copiesAside(ports);
  const mark = await readMark(ports);
  // Before the write: a mark of the old vault would call the new one older, and none a first run.
  if (mark) await writeMark(ports, keys.vaultId, GENERATION);
  try {
    await ports.records.set({ ...items, ...aside.copies });
  } catch (thrown) {
    if (mark) await writeMark(ports, mark.vaultId, mark.generation);
    throw thrown;
  }
  await checkCreated(ports, made);
  const stored = await ports.records.get(Object.keys(items));
  await checkWritten({ ...sealed, items }, changes, stored);
  await writeMark(ports, keys.vaultId, GENERATION);
  const old = aside.names.filter((name) => !Object.hasOwn(items, name));
  await ports.records.remove([...old, TRIES]);
  // Else what lies aside could be opened by whoever copies the profile, unlike the new vault.
  await ports.computerKey.clear().catch(() => undefined);
}
