import { findUtf8 } from '../../crypto/bytes.ts';
import { decodeAnyText } from '../../otp/any-text.ts';
import type { FormatInput } from '../format.ts';
import { fileKindOf, type FileKind } from './file-kind.ts';
import { parseJson } from './json.ts';

/** A file someone chose, with its text and its JSON read at most once. */
export class ImportFile implements FormatInput {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: FileKind;
  readonly text: string | undefined;
  #json: { readonly value: unknown } | undefined;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
    this.kind = fileKindOf(bytes);
    this.text = this.kind === 'unknown' ? findText(bytes) : undefined;
  }

  get json(): unknown {
    const { text } = this;
    if (text === undefined || !/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/u.test(text)) return undefined;
    this.#json ??= { value: parseJson(text) };
    return this.#json.value;
  }
}

/**
 * UTF-8, or UTF-16 with its mark, as spreadsheets save it, or Windows-1252, as
 * they did before; the mark is taken off.
 */
function findText(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-16be';
  const isWide = wide === 'utf-16le' || (first === 0xfe && second === 0xff);
  const text = isWide ? new TextDecoder(wide).decode(bytes) : findNarrowText(bytes);
  // A NUL is in no text, but in every third random file.
  if (text === undefined || text.includes('\u0000')) return undefined;
  return text.replace(/^\u{FEFF}/u, '');
}

/** Encrypted files are no UTF-8 either: more than half of their bytes are not of ASCII, and some are control characters. */
function findNarrowText(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const text = findUtf8(bytes);
  if (text !== undefined) return text;
  let others = 0;
  for (const byte of bytes) {
    if (byte < 0x20 ? ![0x09, 0x0a, 0x0c, 0x0d].includes(byte) : byte === 0x7f) return undefined;
    if (byte > 0x7f) others += 1;
  }
  return others * 2 < bytes.length ? decodeAnyText(bytes) : undefined;
}
