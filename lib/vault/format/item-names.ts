import { type Bytes, utf8 } from '../../crypto/bytes.ts';

/** The format every stored byte is bound to; SECURITY.md describes it for others to read. */
export const FORMAT = 'nightlatch-vault';
export const VERSION = 2;
/** What every ciphertext is bound to. It stays, so that a later version opens what an earlier one sealed. */
const SEALED_VERSION = 1;

export const ID_BYTES = 16;
export const SLOT_ID_BYTES = 8;
export const DEVICE_BYTES = 8;
export const KEY_BYTES = 32;
/** Lengths of plaintexts are told only in steps of this. */
export const PADDING_BYTES = 128;

/** Keys in the record store. */
export const HEAD = 'vault/head';
export const HEAD_COPY = 'vault/head-copy';
/** In the archive only: the head that was kept outside of the store. */
export const HEAD_SPARE = 'vault/head-spare';
export const MANIFEST = 'vault/manifest';
export const MANIFEST_PREVIOUS = 'vault/manifest-previous';
export const INDEX = 'vault/index';
export const FAILED_ATTEMPTS = 'vault/tries';
export const RECORD_PREFIX = 'vault/account/';
export const VAULT_PREFIX = 'vault/';
/** Items of an earlier vault that another one took the place of; the text is part of format 1. */
export const ARCHIVE_PREFIX = 'aside/';

export function recordKey(id: string): string {
  return RECORD_PREFIX + id;
}

/** JSON has one way to write an array of texts and whole numbers without white space: this is it. */
export function canonical(...parts: readonly (string | number)[]): Bytes {
  return utf8(JSON.stringify([FORMAT, SEALED_VERSION, ...parts]));
}

/** JSON in UTF-8, filled with spaces, which JSON.parse skips, after `before` bytes of something else. */
export function paddedJson(value: unknown, before: Uint8Array = new Uint8Array()): Bytes {
  const json = utf8(JSON.stringify(value));
  const length = before.length + json.length;
  const padded = new Uint8Array(Math.ceil(length / PADDING_BYTES) * PADDING_BYTES).fill(0x20);
  padded.set(before);
  padded.set(json, before.length);
  return padded;
}
