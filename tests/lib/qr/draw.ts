import type { QrMatrix } from '../../../lib/qr/encode.ts';
import type { GreyPicture } from '../../../lib/qr/picture.ts';

/** A grey canvas of one shade. */
export function makeCanvas(width: number, height: number, shade = 255): GreyPicture {
  return { width, height, data: new Uint8Array(width * height).fill(shade) };
}

/** Draws the modules as squares of `modulePixels`, without a quiet zone. */
export function drawQr(
  canvas: GreyPicture,
  qr: QrMatrix,
  at: { readonly x: number; readonly y: number; readonly modulePixels: number },
  shades: { readonly dark: number; readonly light: number } = { dark: 0, light: 255 },
): void {
  const side = qr.size * at.modulePixels;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = qr.rows[Math.floor(y / at.modulePixels)];
      const isDark = row?.[Math.floor(x / at.modulePixels)] ?? false;
      canvas.data[(at.y + y) * canvas.width + at.x + x] = isDark ? shades.dark : shades.light;
    }
  }
}
