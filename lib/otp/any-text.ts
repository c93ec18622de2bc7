/** The characters of UTF-8 beyond ASCII (RFC 3629, section 4), each byte as the character of its number. */
const UTF8 =
  /[\u{c2}-\u{df}][\u{80}-\u{bf}]|\u{e0}[\u{a0}-\u{bf}][\u{80}-\u{bf}]|[\u{e1}-\u{ec}\u{ee}\u{ef}][\u{80}-\u{bf}]{2}|\u{ed}[\u{80}-\u{9f}][\u{80}-\u{bf}]|\u{f0}[\u{90}-\u{bf}][\u{80}-\u{bf}]{2}|[\u{f1}-\u{f3}][\u{80}-\u{bf}]{3}|\u{f4}[\u{80}-\u{8f}][\u{80}-\u{bf}]{2}/u;
/** Those, as many as stand together, or one byte of another encoding. */
const RUNS = new RegExp(`((?:${UTF8.source})+)|[\\u{80}-\\u{ff}]`, 'gu');

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
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  const windows1252 = new TextDecoder('windows-1252');
  // A text that is all of one encoding is by far the most frequent, and may have megabytes.
  if (!UTF8.test(text)) return windows1252.decode(bytes);
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const upper = windows1252.decode(Uint8Array.from({ length: 128 }, (_byte, at) => 128 + at));
  return text.replaceAll(RUNS, (run, inUtf8: string | undefined) =>
    inUtf8 === undefined
      ? upper.charAt(run.charCodeAt(0) - 128)
      : utf8.decode(Uint8Array.from(run, (character) => character.charCodeAt(0))),
  );
}
