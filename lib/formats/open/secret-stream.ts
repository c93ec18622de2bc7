/**
 * libsodium's crypto_secretstream_xchacha20poly1305 with one message, as Ente
 * Auth writes it. The construction is that of libsodium's own source
 * (secretstream_xchacha20poly1305.c); the primitives are of @noble/ciphers.
 */
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { type Bytes, concat, equalBytes, wipe } from '../../crypto/bytes.ts';

const KEY_BYTES = 32;
export const HEADER_BYTES = 24;
const MAC_BYTES = 16;
const BLOCK_BYTES = 64;
/** Encrypted tag of the message, and its authenticator. */
const OVERHEAD_BYTES = 1 + MAC_BYTES;

/** 'expand 32-byte k' (RFC 8439 section 2.3) as four words. */
const SIGMA = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574);

/** The one message; undefined when key, header or message are not those of one another. */
export function findStreamOpened(key: Bytes, header: Bytes, message: Bytes): Bytes | undefined {
  if (key.length !== KEY_BYTES || header.length !== HEADER_BYTES) return undefined;
  if (message.length < OVERHEAD_BYTES) return undefined;
  const subkey = subkeyOf(key, header.slice(0, 16));
  // A counter that starts at 1, then the header's last 8 bytes.
  const nonce = concat(Uint8Array.of(1, 0, 0, 0), header.slice(16));
  const body = message.slice(1, -MAC_BYTES);
  const tagBlock = new Uint8Array(BLOCK_BYTES);
  tagBlock[0] = message[0] ?? 0;
  // Block 0 of the key stream is the authenticator's key, block 1 hides the tag, the rest the body.
  const macKey = new Uint8Array(chacha20(subkey, nonce, new Uint8Array(BLOCK_BYTES))).slice(0, 32);
  tagBlock.set(chacha20(subkey, nonce, tagBlock, undefined, 1));
  const authenticated = authenticatedBytes(message[0] ?? 0, tagBlock, body);
  const isRight = equalBytes(poly1305(authenticated, macKey), message.slice(-MAC_BYTES));
  const plaintext = isRight
    ? new Uint8Array(chacha20(subkey, nonce, body, undefined, 2))
    : undefined;
  wipe(subkey, macKey, tagBlock);
  return plaintext;
}

/**
 * The block with the encrypted tag in front of its key stream, the body, and
 * both lengths. The padding of the body is libsodium's own: (16 - 64 + n) mod
 * 16, which is n mod 16 and not what makes the sum a multiple of 16.
 */
function authenticatedBytes(encryptedTag: number, tagBlock: Bytes, body: Bytes): Bytes {
  const block = tagBlock.slice();
  block[0] = encryptedTag;
  const lengths = new DataView(new ArrayBuffer(16));
  lengths.setBigUint64(8, BigInt(BLOCK_BYTES + body.length), true);
  return concat(block, body, new Uint8Array(body.length % 16), new Uint8Array(lengths.buffer));
}

function subkeyOf(key: Bytes, nonce: Bytes): Bytes {
  const out = new Uint32Array(8);
  hchacha(SIGMA, wordsOf(key), wordsOf(nonce), out);
  const bytes = new Uint8Array(KEY_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of out.entries()) view.setUint32(at * 4, word, true);
  return bytes;
}

function wordsOf(bytes: Bytes): Uint32Array<ArrayBuffer> {
  const view = new DataView(bytes.slice().buffer);
  return Uint32Array.from({ length: bytes.length / 4 }, (_word, at) =>
    view.getUint32(at * 4, true),
  );
}
