import { type Bytes, concat, findUtf8, utf8, wipe } from '../../crypto/bytes.ts';
import {
  checkForeignScrypt,
  deriveForeignScrypt,
  type ScryptCost,
} from '../../crypto/foreign-kdf.ts';
import { fieldOf, textOf } from '../parse/json.ts';
import { FileRefusal } from '../parse/refusal.ts';
import { findHex } from '../parse/secret.ts';
import { findGcmOpened, findLooseBase64, type GcmBox } from './ciphers.ts';
import { checkedCost, orRefusal, readableOf } from './kdf.ts';

/** Slots of type 0 hold a raw key, of type 2 a fingerprint's: neither can be opened here. */
const PASSWORD_SLOT = 1;
/** The most slots that a password is tried on: each costs a third of a second. */
const MAX_SLOTS = 10;
/** Longer passwords were once turned into bytes another way (PasswordSlotDecryptTask.java). */
const LONG_PASSWORD_BYTES = 64;

const BYTES = { key: 32, salt: 32, nonce: 12, tag: 16 } as const;

export interface AegisVault {
  readonly slots: readonly unknown[];
  readonly params: unknown;
  readonly database: string;
}

interface PasswordSlot {
  readonly box: GcmBox;
  readonly salt: Bytes;
  readonly cost: ScryptCost;
  readonly isRepaired: boolean;
}

/** Everything is checked before the password is asked for: damage is told from a wrong one, and no cost is a surprise. */
export async function findAegisOpened(
  vault: AegisVault,
  password: string | undefined,
): Promise<'needs-password' | 'wrong-password' | { readonly text: string }> {
  const passwordSlots = vault.slots.filter((slot) => fieldOf(slot, 'type') === PASSWORD_SLOT);
  if (passwordSlots.length === 0) throw new FileRefusal('unsupported-format');
  if (passwordSlots.length > MAX_SLOTS) throw new FileRefusal('kdf-out-of-range');
  const slots = readableOf(passwordSlots, readSlot);
  checkedCost(() => checkForeignScrypt(...slots.map(({ cost }) => cost)));
  const ciphertext = findLooseBase64(vault.database);
  if (ciphertext === undefined) throw new FileRefusal('damaged');
  const database = boxOf(vault.params, ciphertext);
  if (password === undefined) return 'needs-password';
  const masterKey = await findMasterKey(slots, password);
  if (masterKey === undefined) return 'wrong-password';
  const opened = await findGcmOpened(masterKey, database);
  wipe(masterKey);
  const text = opened && findUtf8(opened);
  if (text === undefined) throw new FileRefusal('damaged');
  return { text };
}

async function findMasterKey(
  slots: readonly PasswordSlot[],
  password: string,
): Promise<Bytes | undefined> {
  const bytes = utf8(password);
  for (const slot of slots) {
    const isOld = !slot.isRepaired && bytes.length > LONG_PASSWORD_BYTES;
    for (const secret of isOld ? [bytes, oldBytesOf(password)] : [bytes]) {
      const key = await orRefusal(deriveForeignScrypt(secret, slot.salt, slot.cost));
      const masterKey = await findGcmOpened(key, slot.box);
      wipe(key);
      if (masterKey?.length === BYTES.key) return masterKey;
    }
  }
  return undefined;
}

/** Java's buffer behind the encoded characters, zeros at its end included: 1.1 bytes a character. */
function oldBytesOf(password: string): Bytes {
  const bytes = utf8(password);
  const old = new Uint8Array(Math.max(bytes.length, Math.floor(password.length * 1.1)));
  old.set(bytes);
  return old;
}

function readSlot(slot: unknown): PasswordSlot {
  const [costFactor, blockSize, parallelism] = ['n', 'r', 'p'].map((name) => fieldOf(slot, name));
  const isCost =
    typeof costFactor === 'number' &&
    typeof blockSize === 'number' &&
    typeof parallelism === 'number';
  if (!isCost) throw new FileRefusal('damaged');
  const cost = { costFactor, blockSize, parallelism };
  checkedCost(() => checkForeignScrypt(cost));
  return {
    box: boxOf(fieldOf(slot, 'key_params'), hexOf(slot, 'key', BYTES.key)),
    salt: hexOf(slot, 'salt', BYTES.salt),
    cost,
    isRepaired: fieldOf(slot, 'repaired') === true,
  };
}

function boxOf(params: unknown, ciphertext: Bytes): GcmBox {
  const tag = hexOf(params, 'tag', BYTES.tag);
  return { nonce: hexOf(params, 'nonce', BYTES.nonce), sealed: concat(ciphertext, tag) };
}

function hexOf(value: unknown, name: string, length: number): Bytes {
  const bytes = findHex(textOf(value, name));
  if (bytes?.length !== length) throw new FileRefusal('damaged');
  return bytes;
}
