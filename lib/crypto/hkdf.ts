import { type Bytes, utf8 } from './bytes.ts';

/** HKDF-SHA256 (RFC 5869) over one input key, each use told apart by its `info`. */
export interface KeySource {
  aead(info: string): Promise<CryptoKey>;
  hmac(info: string): Promise<CryptoKey>;
  bytes(info: string, length: number): Promise<Bytes>;
}

/** `inputKey` stays the caller's to wipe; the keys given are not extractable. */
export async function keySource(inputKey: Bytes, salt: Bytes): Promise<KeySource> {
  const source = await crypto.subtle.importKey('raw', inputKey, 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ]);
  const hkdf = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt,
    info: utf8(info),
  });
  return {
    aead: async (info) =>
      crypto.subtle.deriveKey(hkdf(info), source, { name: 'AES-GCM', length: 256 }, false, [
        'encrypt',
        'decrypt',
      ]),
    hmac: async (info) =>
      crypto.subtle.deriveKey(
        hkdf(info),
        source,
        { name: 'HMAC', hash: 'SHA-256', length: 256 },
        false,
        ['sign'],
      ),
    bytes: async (info, length) =>
      new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), source, length * 8)),
  };
}

export async function hmac(key: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message));
}
