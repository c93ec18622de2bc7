type Bytes = Uint8Array<ArrayBuffer>;

/** Uint8Array's own base64 (ECMAScript 2026): in both browsers, not yet in Node 24, where tests run. */
interface NativeDecoder {
  fromBase64(text: string, options: { readonly lastChunkHandling: 'strict' }): Bytes;
}
interface NativeEncoder {
  toBase64(): string;
}

function hasDecoder(type: unknown): type is NativeDecoder {
  return typeof type === 'function' && 'fromBase64' in type;
}

function hasEncoder(bytes: object): bytes is NativeEncoder {
  return 'toBase64' in bytes;
}

/** Characters per String.fromCharCode call: more would overflow the stack. */
const CHUNK = 0x2000;

/** Standard alphabet with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  if (hasEncoder(bytes)) return bytes.toBase64();
  let binary = '';
  for (let offset = 0; offset < bytes.length; offset += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(offset, offset + CHUNK));
  }
  return btoa(binary);
}

/** URL alphabet without padding (RFC 4648 section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * Strict and canonical, for texts of our own: padded, no white space, no stray
 * last bits, so that two different texts are never the same bytes. Anything
 * else is undefined.
 */
export function findBase64(text: string): Bytes | undefined {
  try {
    if (hasDecoder(Uint8Array)) return Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
    const bytes = decode(text);
    const tail = text.slice(-4);
    return text.length % 4 === 0 && !/\s/.test(text) && btoa(atob(tail)) === tail
      ? bytes
      : undefined;
  } catch {
    return undefined;
  }
}

/** For texts that others wrote: either alphabet, with or without padding. Anything else is undefined. */
export function findAnyBase64(text: string): Bytes | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(plain)) return undefined;
  try {
    return decode(plain);
  } catch {
    return undefined;
  }
}

/** Throws where atob throws. */
function decode(text: string): Bytes {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
