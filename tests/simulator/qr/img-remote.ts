import { addImage } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** `<img>` from the API host without CORS headers: its pixels are out of reach. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const image = await addImage(host, drawing.remoteUrl);
    image.width = drawing.sizePx;
  },
};
