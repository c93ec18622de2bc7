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

/**
 * What `check` gives, which looks at costs before the password is asked for.
 * Throws FileRefusal where it finds that no real file costs as much.
 */
export function checkedCost<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (thrown) {
    throw refusalOf(thrown);
  }
}

/** The memory, MiB, that a key of this cost takes. Throws FileRefusal when no real file costs as much. */
export function memoryMibOf(cost: Argon2idCost): number {
  checkedCost(() => checkForeignArgon2id(cost));
  return Math.ceil(cost.memoryKib / 1024);
}

/**
 * What can be read of several keys, any of which may open the file: a bad one
 * is passed over. Throws the FileRefusal of the first where all are bad.
 */
export function readableOf<Source, Key>(
  sources: readonly Source[],
  read: (source: Source) => Key,
): readonly Key[] {
  const keys: Key[] = [];
  let refusal: FileRefusal | undefined;
  for (const source of sources) {
    try {
      keys.push(read(source));
    } catch (thrown) {
      if (!(thrown instanceof FileRefusal)) throw thrown;
      refusal ??= thrown;
    }
  }
  if (keys.length === 0 && refusal !== undefined) throw refusal;
  return keys;
}

function refusalOf(thrown: unknown): unknown {
  if (errorCodeOf(thrown) === 'kdf-parameters-refused') return new FileRefusal('kdf-out-of-range');
  // WebAssembly cannot grow: the file asks for more memory than there is.
  return thrown instanceof RangeError ? new FileRefusal('not-enough-memory') : thrown;
}
