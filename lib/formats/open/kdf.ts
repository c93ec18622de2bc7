import { errorCodeOf } from '../../errors.ts';
import { FileRefusal } from '../parse/refusal.ts';

/** A derivation of lib/crypto with its refusals as those of the file. */
export async function orRefusal<Key>(deriving: Promise<Key>): Promise<Key> {
  try {
    return await deriving;
  } catch (thrown) {
    if (errorCodeOf(thrown) === 'kdf-parameters-refused') throw new FileRefusal('kdf-out-of-range');
    // WebAssembly cannot grow: the file asks for more memory than there is.
    if (thrown instanceof RangeError) throw new FileRefusal('not-enough-memory');
    throw thrown;
  }
}
