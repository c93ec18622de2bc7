import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** Share of the edge the mark in the middle covers; level M still corrects it. */
const LOGO_SHARE = 0.18;

/** A mark in the middle of the code; a plain disc, since this is a stand-in. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const canvas = paintCanvas(drawing, PRINTED);
    const context = canvas.getContext('2d');
    const middle = canvas.width / 2;
    const edge = drawing.sizePx * LOGO_SHARE;
    if (context !== null) {
      context.fillStyle = '#fff';
      context.fillRect(middle - edge / 2, middle - edge / 2, edge, edge);
      context.fillStyle = '#0a8f6c';
      context.beginPath();
      context.arc(middle, middle, edge * 0.4, 0, Math.PI * 2);
      context.fill();
    }
    host.append(canvas);
  },
};
