/** The characters of UTF-8 beyond ASCII (RFC 3629, section 4), each byte as the character of its number; or one other byte. */
const NOT_ASCII =
  /[\u{c2}-\u{df}][\u{80}-\u{bf}]|\u{e0}[\u{a0}-\u{bf}][\u{80}-\u{bf}]|[\u{e1}-\u{ec}\u{ee}\u{ef}][\u{80}-\u{bf}]{2}|\u{ed}[\u{80}-\u{9f}][\u{80}-\u{bf}]|\u{f0}[\u{90}-\u{bf}][\u{80}-\u{bf}]{2}|[\u{f1}-\u{f3}][\u{80}-\u{bf}]{3}|\u{f4}[\u{80}-\u{8f}][\u{80}-\u{bf}]{2}|[\u{80}-\u{ff}]/gu;

/** A call takes as many arguments everywhere. */
const CHUNK_BYTES = 8192;

/**
 * A text whose encoding nobody told. Bytes that are no UTF-8 are read as
 * Windows-1252 (WHATWG Encoding, section 9), in which old servers and
 * spreadsheets write 'Café', be it the whole text or one name in it.
 */
export function decodeAnyText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeMixed(bytes);
  }
}

function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const windows1252 = new TextDecoder('windows-1252');
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  return text.replaceAll(NOT_ASCII, (character) => {
    const part = Uint8Array.from(character, (byte) => byte.charCodeAt(0));
    return (part.length === 1 ? windows1252 : utf8).decode(part);
  });
}
