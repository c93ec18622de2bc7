import { addImage, paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** `<img>` with an opaque data URI. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    await addImage(host, paintCanvas(drawing, PRINTED).toDataURL('image/png'));
  },
};
