import { type Bytes, concat } from '../../crypto/bytes.ts';
import { FileRefusal } from '../parse/refusal.ts';

/** Raw deflate (RFC 1951) by the platform; stops at `limit` bytes, whatever the archive says of itself. */
export async function inflate(compressed: Bytes, limit: number): Promise<Bytes> {
  const stream = new Blob([compressed]).stream();
  const reader = stream.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concat(...parts);
      length += value.length;
      if (length > limit) throw new FileRefusal('too-large');
      parts.push(value);
    }
  } catch (thrown) {
    // A TypeError is the platform's word for bad data.
    throw thrown instanceof FileRefusal ? thrown : new FileRefusal('damaged');
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
