/** How much of a file is looked at: a JPEG may begin with a preview and a colour profile. */
export const HEAD_BYTES = 2_000_000;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a PNG, JPEG, GIF, WebP or BMP, told from the beginning of the
 * file, so that a picture that would take all memory is not decoded to learn
 * it. Undefined for what is none of these.
 */
export function pictureSizeOf(head: Uint8Array<ArrayBuffer>): PictureSize | undefined {
  if (head.length < 30) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const text = (from: number, to: number): string =>
    String.fromCharCode(...head.subarray(from, to));
  if (text(1, 4) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
  if (text(0, 4) === 'GIF8') {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (text(0, 2) === 'BM') {
    return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  }
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return sizeOfWebp(view, text(12, 16));
  return head[0] === 0xff && head[1] === 0xd8 ? sizeOfJpeg(view) : undefined;
}

/** Google's container specification of WebP, and RFC 6386 section 9.1 for what is not extended. */
function sizeOfWebp(view: DataView, chunk: string): PictureSize | undefined {
  const at24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (chunk === 'VP8X') return { width: at24(24) + 1, height: at24(27) + 1 };
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk !== 'VP8L') return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** ITU-T T.81, annex B: the size stands in the frame's header, after any number of other segments. */
function sizeOfJpeg(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return undefined;
    // Start of frame: C0 to CF but for the tables C4, C8 and CC.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
