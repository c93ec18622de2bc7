import { svgCode } from './svg-markup.ts';
import type { QrVariant } from './qr-variant.ts';

/** Inline `<svg>`, a `<rect>` for each module on a white one. */
export const variant: QrVariant = {
  draw: (host, drawing) => host.append(svgCode(drawing, 'rects', 4)),
};
