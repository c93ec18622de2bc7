import { findAnyBase64 } from '../../base64.ts';
import { type Bytes, findUtf8 } from '../../crypto/bytes.ts';

const GCM_TAG_BYTES = 16;

export interface GcmBox {
  readonly nonce: Bytes;
  /** With its tag of 16 bytes at the end. */
  readonly sealed: Bytes;
  readonly additionalData?: Bytes;
}

/** AES-256-GCM; undefined when the key or anything of the box is not the right one. */
export async function findGcmOpened(key: Bytes, box: GcmBox): Promise<Bytes | undefined> {
  if (box.sealed.length < GCM_TAG_BYTES || box.nonce.length === 0) return undefined;
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const { additionalData = new Uint8Array() } = box;
  const params = { name: 'AES-GCM', iv: box.nonce, additionalData };
  return answerOf(crypto.subtle.decrypt(params, aes, box.sealed));
}

/** AES-256-CBC with PKCS #7 padding; undefined when the padding shows that the key is another. */
export async function findCbcOpened(
  key: Bytes,
  iv: Bytes,
  ciphertext: Bytes,
): Promise<Bytes | undefined> {
  if (ciphertext.length === 0 || ciphertext.length % 16 !== 0) return undefined;
  const aes = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['decrypt']);
  return answerOf(crypto.subtle.decrypt({ name: 'AES-CBC', iv }, aes, ciphertext));
}

/** The text in `nonce ‖ ciphertext ‖ tag`, as several apps write it. */
export async function findGcmText(
  key: Bytes,
  whole: Bytes,
  additionalData?: Bytes,
): Promise<string | undefined> {
  const opened = await findGcmOpened(key, {
    nonce: whole.slice(0, 12),
    sealed: whole.slice(12),
    ...(additionalData === undefined ? {} : { additionalData }),
  });
  return opened && findUtf8(opened);
}

/** Base64 as files hold it, broken over lines or not; undefined for anything else. */
export function findLooseBase64(text: string): Bytes | undefined {
  return findAnyBase64(text.replaceAll(/\s/gu, ''));
}

async function answerOf(opening: Promise<ArrayBuffer>): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await opening);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') return undefined;
    throw thrown;
  }
}
