import { addImage } from './paint.ts';
import { SVG, svgCode } from './svg-markup.ts';
import type { QrVariant } from './qr-variant.ts';

/** `<img>` with an SVG data URI. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const svg = svgCode(drawing, 'path', 0);
    svg.setAttribute('xmlns', SVG);
    const url = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML)}`;
    await addImage(host, url);
  },
};
