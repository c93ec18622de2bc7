import type { Argon2idCost } from '../../crypto/argon2id.ts';
import { equalBytes } from '../../crypto/bytes.ts';
import { deriveForeignArgon2id } from '../../crypto/foreign-kdf.ts';
import { findLooseBase64 } from './ciphers.ts';

/** $argon2id$v=19$m=…,t=…,p=…$salt$hash, the string encoding of Argon2's reference implementation. */
const ENCODED =
  /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,9}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

export function isEncodedHash(text: string): boolean {
  return ENCODED.test(text);
}

/** The cost that an encoded hash says. */
export function encodedCostOf(encoded: string): Argon2idCost {
  const [, memory, iterations, parallelism] = ENCODED.exec(encoded) ?? [];
  return {
    memoryKib: Number(memory),
    iterations: Number(iterations),
    parallelism: Number(parallelism),
  };
}

/** Whether the hash is of `text`; throws 'kdf-parameters-refused' for a cost beyond the bounds. */
export async function matchesEncodedHash(encoded: string, text: string): Promise<boolean> {
  const [saltText = '', hashText = ''] = ENCODED.exec(encoded)?.slice(4) ?? [];
  const salt = findLooseBase64(saltText);
  const hash = findLooseBase64(hashText);
  if (!salt || !hash) return false;
  const cost = encodedCostOf(encoded);
  return equalBytes(await deriveForeignArgon2id(text, salt, cost, hash.length), hash);
}
