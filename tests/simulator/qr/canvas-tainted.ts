import { addImage } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** A canvas tainted by a picture of another host: nobody can read its pixels. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const image = await addImage(host, drawing.remoteUrl);
    const canvas = document.createElement('canvas');
    canvas.width = drawing.sizePx;
    canvas.height = drawing.sizePx;
    canvas.getContext('2d')?.drawImage(image, 0, 0, drawing.sizePx, drawing.sizePx);
    image.replaceWith(canvas);
  },
};
