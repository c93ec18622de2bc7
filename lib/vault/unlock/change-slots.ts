import { AppError } from '../../errors.ts';
import { equalBytes, wipe } from '../../crypto/bytes.ts';
import { deriveKeys } from '../format/derived-keys.ts';
import { KEY_BYTES } from '../format/item-names.ts';
import {
  findResealed,
  findVaultKey,
  newSlot,
  type NewSlotKey,
  type Slot,
  type VaultKeySet,
} from '../format/slot.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { OpenedContents } from '../store/record-reader.ts';
import type { VaultStore } from '../store/vault-store.ts';
import type { WriteBatch } from '../store/write-batch.ts';
import { wipeSlotKeys } from './new-slots.ts';

type Keep = (slot: Slot) => boolean;

/** One more slot under the present vault key, beside the slots that are kept. */
export async function addSlot(
  { randomBytes }: VaultPorts,
  store: VaultStore,
  key: NewSlotKey,
  keep: Keep,
): Promise<void> {
  await store.write(async ({ lockEpoch, keys, contents }, batch) => {
    const vaultKey = await store.session.getVaultKey(lockEpoch);
    const slot = await newCheckedSlot(key, { vaultKey, keys }, randomBytes);
    wipe(vaultKey);
    batch.slots = [...contents.head.slots.filter(keep), slot];
  });
  wipeSlotKeys([key]);
}

/**
 * Whether the ciphertext that an old secret opens is out of the browser's files,
 * as far as the browser can be made to; 'left': it could not.
 */
export type OldData = 'erased' | 'left';

/** A new vault key, all records under it, the kept slots and the new ones: in one write. */
export async function rotateVaultKey(
  { records, randomBytes }: VaultPorts,
  store: VaultStore,
  keep: Keep,
  added: readonly NewSlotKey[],
): Promise<OldData> {
  const vaultKey = randomBytes(KEY_BYTES);
  await store.write(async (opened, batch) => {
    const { contents, keys: oldKeys } = opened;
    const next = { vaultKey, keys: await deriveKeys(vaultKey, oldKeys.vaultId) };
    await putAll(store, opened, batch);
    const slots: Slot[] = [];
    for (const slot of contents.head.slots.filter(keep)) {
      const resealed = await findResealed(slot, oldKeys, next, randomBytes);
      if (!resealed) throw new AppError('vault-damaged');
      slots.push(resealed);
    }
    for (const key of added) slots.push(await newCheckedSlot(key, next, randomBytes));
    if (!slots.some(({ use }) => use.type === 'passphrase' || use.type === 'recovery-code')) {
      throw new AppError('vault-damaged');
    }
    batch.slots = slots;
    batch.rotation = next;
    if (added.length > 0) batch.backup = 'outdated';
    if (added.some(({ use }) => use.type === 'recovery-code')) {
      batch.notes = { recovery: 'not-kept' };
    }
  });
  wipe(vaultKey);
  wipeSlotKeys(added);
  // The old way in still opens the old ciphertext, as long as that lies in the browser's files.
  return records.eraseOverwritten('now').then(
    () => 'erased',
    () => 'left',
  );
}

/** Throws 'account-damaged' when one account is unreadable: under a new key it would be lost. */
async function putAll(store: VaultStore, opened: OpenedContents, batch: WriteBatch): Promise<void> {
  const ids = [...opened.contents.index.keys()];
  const accounts = await store.readWithin(opened, ids);
  if (accounts.size < ids.length || store.reader.quarantined.length > 0) {
    throw new AppError('account-damaged');
  }
  for (const [id, account] of accounts) {
    batch.put.set(id, { ...account, secret: account.secret.slice() });
  }
}

/** A slot is tried before anything is given up for it. Throws 'storage-failed'. */
async function newCheckedSlot(
  key: NewSlotKey,
  { vaultKey, keys }: VaultKeySet,
  randomBytes: VaultPorts['randomBytes'],
): Promise<Slot> {
  const slot = await newSlot(key, { vaultKey, keys }, randomBytes);
  const found = await findVaultKey(slot, key.slotKey, keys.vaultId, keys.keyId);
  if (!found || !equalBytes(found, vaultKey)) throw new AppError('storage-failed');
  wipe(found);
  return slot;
}
