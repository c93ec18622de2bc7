import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** A clean canvas, black on white with its quiet zone. */
export const variant: QrVariant = {
  draw: (host, drawing) => host.append(paintCanvas(drawing, PRINTED)),
};
