import { svgCode } from './svg-markup.ts';
import type { QrVariant } from './qr-variant.ts';

/** Inline `<svg>` with one path, no quiet zone. */
export const variant: QrVariant = {
  draw: (host, drawing) => host.append(svgCode(drawing, 'path', 0)),
};
