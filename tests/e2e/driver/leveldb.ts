/**
 * Chromium's stores move what was written from a log, where it stands as it
 * is, into tables, where it stands compressed: a grep would miss it there.
 */

/** Last 8 bytes of a table (LevelDB's table_format.md). */
const MAGIC = 0xdb4775248b80fb57n;
const FOOTER_BYTES = 48;
const SNAPPY = 1;

interface Cursor {
  at: number;
}

/** Numbers of 7 bits a byte, the lowest first. */
function varint(bytes: Buffer, cursor: Cursor): number {
  let value = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[cursor.at++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
    factor *= 128;
  }
}

/** Snappy's format_description.txt. */
function decompressed(bytes: Buffer): Buffer {
  const cursor: Cursor = { at: 0 };
  const whole = Buffer.alloc(varint(bytes, cursor));
  let end = 0;
  while (cursor.at < bytes.length) {
    const tag = bytes[cursor.at++] ?? 0;
    if ((tag & 3) === 0) {
      const size = tag >> 2;
      const more = Math.max(0, size - 59);
      const length = (more === 0 ? size : bytes.readUIntLE(cursor.at, more)) + 1;
      cursor.at += more;
      bytes.copy(whole, end, cursor.at, cursor.at + length);
      cursor.at += length;
      end += length;
      continue;
    }
    const width = (tag & 3) === 3 ? 4 : tag & 3;
    const rest = bytes.readUIntLE(cursor.at, width);
    cursor.at += width;
    const near = (tag & 3) === 1;
    const offset = near ? ((tag >> 5) << 8) + rest : rest;
    const length = near ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    // Byte by byte: what is copied may overlap what it makes.
    for (let index = 0; index < length; index++) {
      whole[end] = whole[end - offset] ?? 0;
      end += 1;
    }
  }
  return whole;
}

/** The block a handle (offset, size) points at. */
function blockAt(table: Buffer, handle: Buffer, cursor: Cursor): Buffer {
  const offset = varint(handle, cursor);
  const size = varint(handle, cursor);
  const content = table.subarray(offset, offset + size);
  return table[offset + size] === SNAPPY ? decompressed(content) : content;
}

/** All blocks of a table, decompressed, one after another. Throws when it is no table. */
export function contentOfTable(table: Buffer): Buffer {
  const isTable = table.length >= FOOTER_BYTES && table.readBigUInt64LE(table.length - 8) === MAGIC;
  if (!isTable) throw new Error('not a LevelDB table');
  const cursor: Cursor = { at: table.length - FOOTER_BYTES };
  // The handle of the meta index stands first.
  varint(table, cursor);
  varint(table, cursor);
  const index = blockAt(table, table, cursor);
  const entriesEnd = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  const blocks: Buffer[] = [];
  const entry: Cursor = { at: 0 };
  while (entry.at < entriesEnd) {
    varint(index, entry);
    const keyLength = varint(index, entry);
    const valueLength = varint(index, entry);
    entry.at += keyLength;
    blocks.push(blockAt(table, index, { at: entry.at }));
    entry.at += valueLength;
  }
  return Buffer.concat(blocks);
}
