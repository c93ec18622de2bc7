import { addImage, paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** px of the picture's edge: more than ten megapixels. */
const EDGE = 3_300;

/** `<img>` of many more pixels than the page shows of it. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const canvas = paintCanvas(drawing, { ...PRINTED, scale: EDGE / drawing.sizePx });
    const image = await addImage(host, canvas.toDataURL('image/png'));
    image.style.width = canvas.style.width;
  },
};
