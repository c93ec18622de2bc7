import { errorCodeOf } from '../../errors.ts';
import type { Argon2idCost } from '../../crypto/argon2id.ts';
import { checkForeignArgon2id } from '../../crypto/foreign-kdf.ts';
import { FileRefusal } from '../parse/refusal.ts';

/** A derivation of lib/crypto with its refusals as those of the file. */
export async function orRefusal<Key>(deriving: Promise<Key>): Promise<Key> {
  try {
    return await deriving;
  } catch (thrown) {
    throw refusalOf(thrown);
  }
}

/** The memory, MiB, that a key of this cost takes. Throws FileRefusal when no real file costs as much. */
export function memoryMibOf(cost: Argon2idCost): number {
  try {
    checkForeignArgon2id(cost);
  } catch (thrown) {
    throw refusalOf(thrown);
  }
  return Math.ceil(cost.memoryKib / 1024);
}

function refusalOf(thrown: unknown): unknown {
  if (errorCodeOf(thrown) === 'kdf-parameters-refused') return new FileRefusal('kdf-out-of-range');
  // WebAssembly cannot grow: the file asks for more memory than there is.
  return thrown instanceof RangeError ? new FileRefusal('not-enough-memory') : thrown;
}
