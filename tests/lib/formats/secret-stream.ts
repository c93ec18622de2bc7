import { createCipheriv } from 'node:crypto';

/** libsodium's secretstream with one message that bears the tag FINAL (3). */
export function secretStream(key: Buffer, header: Buffer, message: Buffer): Buffer {
  const subkey = hchacha20(key, header.subarray(0, 16));
  const nonce = Buffer.concat([Buffer.from([1, 0, 0, 0]), header.subarray(16)]);
  const xor = (block: number, bytes: Buffer): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32LE(block);
    return createCipheriv('chacha20', subkey, Buffer.concat([counter, nonce])).update(bytes);
  };
  const macKey = xor(0, Buffer.alloc(64)).subarray(0, 32);
  const tagBlock = Buffer.alloc(64);
  tagBlock[0] = 3;
  const block = xor(1, tagBlock);
  const ciphertext = xor(2, message);
  const lengths = Buffer.alloc(16);
  lengths.writeBigUInt64LE(BigInt(64 + ciphertext.length), 8);
  const padding = Buffer.alloc((16 - 64 + ciphertext.length) & 15);
  const mac = poly1305(macKey, Buffer.concat([block, ciphertext, padding, lengths]));
  return Buffer.concat([block.subarray(0, 1), ciphertext, mac]);
}

/** draft-irtf-cfrg-xchacha section 2.2. */
function hchacha20(key: Buffer, nonce: Buffer): Buffer {
  const constants = Buffer.from('expand 32-byte k');
  const input = Buffer.concat([constants, key, nonce]);
  const state = Uint32Array.from({ length: 16 }, (_word, at) => input.readUInt32LE(at * 4));
  const word = (at: number): number => state[at] ?? 0;
  const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  const quarter = (a: number, b: number, c: number, d: number): void => {
    for (const [one, other, into, by] of [
      [a, b, d, 16],
      [c, d, b, 12],
      [a, b, d, 8],
      [c, d, b, 7],
    ] as const) {
      state[one] = word(one) + word(other);
      state[into] = rotate(word(into) ^ word(one), by);
    }
  };
  for (let round = 0; round < 10; round++) {
    for (const at of [0, 1, 2, 3]) quarter(at, at + 4, at + 8, at + 12);
    for (const at of [0, 1, 2, 3]) {
      quarter(at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
    }
  }
  const out = Buffer.alloc(32);
  for (const at of [0, 1, 2, 3]) {
    out.writeUInt32LE(word(at), at * 4);
    out.writeUInt32LE(word(at + 12), 16 + at * 4);
  }
  return out;
}

/** RFC 8439 section 2.5, by big numbers. */
function poly1305(key: Buffer, message: Buffer): Buffer {
  const little = (bytes: Buffer): bigint =>
    BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);
  const prime = (1n << 130n) - 5n;
  const r = little(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = Buffer.concat([message.subarray(at, at + 16), Buffer.from([1])]);
    sum = ((sum + little(block)) * r) % prime;
  }
  const tag = (sum + little(key.subarray(16))) & ((1n << 128n) - 1n);
  return Buffer.from(Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').toReversed());
}
