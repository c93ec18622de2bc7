import { findOpened, NONCE_BYTES, seal } from './aead.ts';
import { type Bytes, concat, wipe } from './bytes.ts';
import { keySource } from './hkdf.ts';

/** X25519 (RFC 7748) keys are 32 bytes each; any 32 random bytes are a private key. */
export const BOX_KEY_BYTES = 32;

/** RFC 8410 section 7: what stands before the 32 bytes in PKCS #8. */
const PKCS8_PREFIX = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32];
const INFO = 'nightlatch/v1/box';

async function sharedSecret(privateKey: Bytes, publicKey: Bytes): Promise<Bytes> {
  const pkcs8 = concat(new Uint8Array(PKCS8_PREFIX), privateKey);
  const mine = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  wipe(pkcs8);
  const theirs = await crypto.subtle.importKey('raw', publicKey, 'X25519', false, []);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, mine, 256),
  );
}

/** RFC 7748 section 6.1: the public key is the private one times the base point, which is 9. */
export async function publicKeyOf(privateKey: Bytes): Promise<Bytes> {
  const base = new Uint8Array(BOX_KEY_BYTES);
  base[0] = 9;
  return sharedSecret(privateKey, base);
}

async function boxKey(shared: Bytes, ephemeralPublic: Bytes, publicKey: Bytes): Promise<CryptoKey> {
  const source = await keySource(shared, concat(ephemeralPublic, publicKey));
  wipe(shared);
  return source.aead(INFO);
}

/** Ephemeral public key ‖ nonce ‖ ciphertext ‖ tag: only the holder of the private key opens it. */
export async function sealTo(
  publicKey: Bytes,
  plaintext: Bytes,
  additionalData: Bytes,
  randomBytes: (length: number) => Bytes,
): Promise<Bytes> {
  const ephemeral = randomBytes(BOX_KEY_BYTES);
  const ephemeralPublic = await publicKeyOf(ephemeral);
  const shared = await sharedSecret(ephemeral, publicKey);
  wipe(ephemeral);
  const key = await boxKey(shared, ephemeralPublic, publicKey);
  return concat(
    ephemeralPublic,
    await seal(key, randomBytes(NONCE_BYTES), plaintext, additionalData),
  );
}

/** The plaintext, or undefined when it was not sealed to this key with this additional data. */
export async function findUnboxed(
  privateKey: Bytes,
  boxed: Bytes,
  additionalData: Bytes,
): Promise<Bytes | undefined> {
  if (boxed.length <= BOX_KEY_BYTES) return undefined;
  const ephemeralPublic = boxed.slice(0, BOX_KEY_BYTES);
  try {
    const shared = await sharedSecret(privateKey, ephemeralPublic);
    const key = await boxKey(shared, ephemeralPublic, await publicKeyOf(privateKey));
    return await findOpened(key, boxed.slice(BOX_KEY_BYTES), additionalData);
  } catch (thrown) {
    // A public key of low order gives an all-zero secret, which WebCrypto refuses.
    if (thrown instanceof DOMException) return undefined;
    throw thrown;
  }
}
