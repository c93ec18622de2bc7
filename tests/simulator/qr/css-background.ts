import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** Nothing but a background picture of a div. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const canvas = paintCanvas(drawing, PRINTED);
    const box = document.createElement('div');
    box.style.width = canvas.style.width;
    box.style.aspectRatio = '1';
    box.style.background = `url(${canvas.toDataURL('image/png')}) center / contain no-repeat`;
    host.append(box);
  },
};
