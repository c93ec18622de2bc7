import { addImage, paintCanvas } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** `<img>` with a data URI whose light modules are transparent, no quiet zone. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const paint = { dark: '#000', light: undefined, margin: 0 };
    await addImage(host, paintCanvas(drawing, paint).toDataURL('image/png'));
  },
};
