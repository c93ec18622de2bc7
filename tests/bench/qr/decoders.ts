import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import decodeQr from 'qr/decode.js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { decodeRgba } from '../../../lib/qr/decode.ts';
import type { RgbaPicture } from '../../../lib/qr/picture.ts';

// From disk: by itself the package would fetch its binary from a public server.
const wasm = readFileSync(
  fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')),
);
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
});

/** All texts a decoder finds in a picture already composited on white. */
export type Decoder = (picture: RgbaPicture) => readonly string[] | Promise<readonly string[]>;

export const decoders: Readonly<Record<string, Decoder>> = {
  ours: (picture) => decodeRgba(picture).map(({ text }) => text),
  jsQR: ({ data, width, height }) => {
    const found = jsQR(data, width, height, { inversionAttempts: 'attemptBoth' });
    return found === null ? [] : [found.data];
  },
  qr: (picture) => {
    try {
      return [decodeQr(picture)];
    } catch {
      return [];
    }
  },
  'zxing-wasm': async ({ data, width, height }) => {
    const pixels = new Uint8ClampedArray(data);
    const found = await readBarcodes(
      { data: pixels, width, height, colorSpace: 'srgb' },
      { formats: ['QRCode'], tryHarder: true },
    );
    return found.filter(({ isValid }) => isValid).map(({ text }) => text);
  },
};
