import { type Bytes, concat } from './bytes.ts';

/** NIST SP 800-38D section 8.2.2: 96-bit random nonces, far below 2^32 per key here. */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; gives nonce ‖ ciphertext ‖ 16-byte tag. */
export async function seal(
  key: CryptoKey,
  nonce: Bytes,
  plaintext: Bytes,
  additionalData: Bytes,
): Promise<Bytes> {
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData },
    key,
    plaintext,
  );
  return concat(nonce, new Uint8Array(sealed));
}

/** The plaintext of `sealed`, or undefined when key, bytes or additional data are not those of `seal`. */
export async function findOpened(
  key: CryptoKey,
  sealed: Bytes,
  additionalData: Bytes,
): Promise<Bytes | undefined> {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const iv = sealed.subarray(0, NONCE_BYTES);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData },
        key,
        sealed.subarray(NONCE_BYTES),
      ),
    );
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') return undefined;
    throw thrown;
  }
}
