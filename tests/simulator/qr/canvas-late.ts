import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

const LATE_MS = 1500;

/** A canvas there at once, painted on later: no node is added when the code appears. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const painted = paintCanvas(drawing, PRINTED);
    const canvas = document.createElement('canvas');
    canvas.width = painted.width;
    canvas.height = painted.height;
    host.append(canvas);
    setTimeout(() => canvas.getContext('2d')?.drawImage(painted, 0, 0), LATE_MS);
  },
};
