import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** A bitmap of another size, stretched by CSS to a fraction of pixels a module. */
export const scaled: QrVariant = {
  draw: (host, drawing) => {
    const canvas = paintCanvas({ ...drawing, sizePx: 100 }, { ...PRINTED, scale: 2 });
    canvas.style.width = `${drawing.sizePx}px`;
    host.append(canvas);
  },
};

/** Softened by a CSS filter: the element's own pixels are still sharp, the screen's are not. */
export const blurred: QrVariant = {
  draw: (host, drawing) => {
    const canvas = paintCanvas(drawing, PRINTED);
    canvas.style.filter = 'blur(1px)';
    host.append(canvas);
  },
};
