import { AppError } from '../../errors.ts';
import { findOpened, NONCE_BYTES, seal } from '../../crypto/aead.ts';
import { toBase64, toBase64url } from '../../base64.ts';
import { BOX_KEY_BYTES, findUnboxed, publicKeyOf, sealTo } from '../../crypto/box.ts';
import {
  type Bytes,
  concat,
  equalBytes,
  type RandomBytes,
  sha256,
  utf8,
  wipe,
} from '../../crypto/bytes.ts';
import type { Argon2idCost } from '../../crypto/argon2id.ts';
import { hmac, keySource } from '../../crypto/hkdf.ts';
import { canonical, SLOT_ID_BYTES } from './item-names.ts';
import type { DerivedKeys } from './derived-keys.ts';

/** One way in: what it is, and everything public that its key depends on. */
export type SlotUse =
  | { readonly type: 'passphrase'; readonly salt: Bytes; readonly cost: Argon2idCost }
  | { readonly type: 'recovery-code' }
  | {
      readonly type: 'passkey';
      readonly credentialId: string;
      readonly prfSalt: string;
      readonly name: string;
    }
  | { readonly type: 'this-computer' };

/**
 * [Note: Why a slot holds a key pair] The key of a slot (from a passphrase, a
 * passkey, ...) wraps a private key, and the vault key is sealed to its public
 * key. So the vault key can be replaced without asking for every passkey and
 * code again, and whoever knew the old vault key learns nothing of the new
 * one. The public keys are stored only encrypted under the vault key: nobody
 * else can have a vault key sealed to a key of his own, and a thief of the
 * file has no public key to attack.
 */
export interface Slot {
  readonly id: string;
  readonly use: SlotUse;
  /** The private key under the wrap key: nonce ‖ ciphertext ‖ tag. */
  readonly wrapped: Bytes;
  /** HMAC of the header under the commit key: GCM alone does not commit to its key. */
  readonly commit: Bytes;
  /** The vault key sealed to the public key. */
  readonly sealed: Bytes;
  /** The public key under the vault key. */
  readonly publicKey: Bytes;
}

export const WRAPPED_BYTES = NONCE_BYTES + BOX_KEY_BYTES + 16;
export const COMMIT_BYTES = 32;
export const SEALED_BYTES = BOX_KEY_BYTES + NONCE_BYTES + 32 + 16;
export const PUBLIC_KEY_BYTES = NONCE_BYTES + BOX_KEY_BYTES + 16;

/** The canonical header: what a slot's own key is bound to. The name of a passkey is only a name. */
function slotHeader(vaultId: string, id: string, use: SlotUse): Bytes {
  if (use.type === 'passphrase') {
    const { memoryKib, iterations, parallelism } = use.cost;
    const cost = ['argon2id', 19, memoryKib, iterations, parallelism, toBase64(use.salt)];
    return canonical(vaultId, use.type, id, ...cost);
  }
  if (use.type === 'passkey') {
    return canonical(vaultId, use.type, id, use.credentialId, use.prfSalt);
  }
  return canonical(vaultId, use.type, id);
}

function sealedData(keys: DerivedKeys, id: string): Bytes {
  return canonical(keys.vaultId, 'sealed-vault-key', id, keys.keyId);
}

function publicKeyData(keys: DerivedKeys, id: string, use: SlotUse): Bytes {
  return concat(canonical(keys.vaultId, 'slot-public-key', id), slotHeader(keys.vaultId, id, use));
}

async function slotKeys(
  slotKey: Bytes,
  vaultId: string,
): Promise<{ readonly wrap: CryptoKey; readonly commit: CryptoKey }> {
  const source = await keySource(slotKey, utf8(vaultId));
  const [wrap, commit] = await Promise.all([
    source.aead('nightlatch/v1/wrap'),
    source.hmac('nightlatch/v1/commit'),
  ]);
  return { wrap, commit };
}

/** A slot that is to be made, and the key that will open it. The maker of the slot wipes the key. */
export interface NewSlotKey {
  readonly use: SlotUse;
  readonly slotKey: Bytes;
}

/** What a slot gives access to. The caller wipes the vault key. */
export interface VaultKeySet {
  readonly vaultKey: Bytes;
  readonly keys: DerivedKeys;
}

/** A new slot that `slotKey` opens. Key and vault key stay the caller's to wipe. */
export async function newSlot(
  { use, slotKey }: NewSlotKey,
  { vaultKey, keys }: VaultKeySet,
  randomBytes: RandomBytes,
): Promise<Slot> {
  const id = toBase64url(randomBytes(SLOT_ID_BYTES));
  const header = slotHeader(keys.vaultId, id, use);
  const { wrap, commit } = await slotKeys(slotKey, keys.vaultId);
  const privateKey = randomBytes(BOX_KEY_BYTES);
  const publicKey = await publicKeyOf(privateKey);
  const wrapped = await seal(wrap, randomBytes(NONCE_BYTES), privateKey, header);
  wipe(privateKey);
  return {
    id,
    use,
    wrapped,
    commit: await hmac(commit, header),
    ...(await sealToSlot({ id, use }, publicKey, { vaultKey, keys }, randomBytes)),
  };
}

/** The two parts of a slot that change with the vault key. */
async function sealToSlot(
  { id, use }: Pick<Slot, 'id' | 'use'>,
  publicKey: Bytes,
  { vaultKey, keys }: VaultKeySet,
  randomBytes: RandomBytes,
): Promise<Pick<Slot, 'sealed' | 'publicKey'>> {
  return {
    sealed: await sealTo(publicKey, vaultKey, sealedData(keys, id), randomBytes),
    publicKey: await seal(
      keys.slotPublicKeys,
      randomBytes(NONCE_BYTES),
      publicKey,
      publicKeyData(keys, id, use),
    ),
  };
}

/** Undefined when the slot was not written under these keys, or was changed since. */
async function findPublicKey(slot: Slot, keys: DerivedKeys): Promise<Bytes | undefined> {
  const data = publicKeyData(keys, slot.id, slot.use);
  return findOpened(keys.slotPublicKeys, slot.publicKey, data);
}

export async function isAuthentic(slot: Slot, keys: DerivedKeys): Promise<boolean> {
  return (await findPublicKey(slot, keys)) !== undefined;
}

/** The same slot around a new vault key, or undefined when its public key is not one we sealed. */
export async function findResealed(
  slot: Slot,
  oldKeys: DerivedKeys,
  next: VaultKeySet,
  randomBytes: RandomBytes,
): Promise<Slot | undefined> {
  const publicKey = await findPublicKey(slot, oldKeys);
  if (!publicKey) return undefined;
  return { ...slot, ...(await sealToSlot(slot, publicKey, next, randomBytes)) };
}

/**
 * The vault key, or undefined when `slotKey` is not the key of this slot. The
 * caller wipes both. Throws 'vault-damaged' when the key is right but what it
 * should open is not what was written.
 */
export async function findVaultKey(
  slot: Slot,
  slotKey: Bytes,
  vaultId: string,
  keyId: string,
): Promise<Bytes | undefined> {
  const header = slotHeader(vaultId, slot.id, slot.use);
  const { wrap, commit } = await slotKeys(slotKey, vaultId);
  if (!equalBytes(await hmac(commit, header), slot.commit)) return undefined;
  const privateKey = await findOpened(wrap, slot.wrapped, header);
  if (!privateKey) throw new AppError('vault-damaged');
  const data = canonical(vaultId, 'sealed-vault-key', slot.id, keyId);
  const vaultKey = await findUnboxed(privateKey, slot.sealed, data);
  wipe(privateKey);
  if (!vaultKey) throw new AppError('vault-damaged');
  return vaultKey;
}

/** Tells accidental damage of a slot from a wrong passphrase; 8 bytes, no key, no secrecy. */
export async function slotChecksum(slot: Slot, vaultId: string, keyId: string): Promise<Bytes> {
  const header = slotHeader(vaultId, slot.id, slot.use);
  const hash = await sha256(
    concat(header, utf8(keyId), slot.wrapped, slot.commit, slot.sealed, slot.publicKey),
  );
  return hash.slice(0, 8);
}
