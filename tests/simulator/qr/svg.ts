import { darkModules, type QrVariant } from './qr-variant.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Inline `<svg>` with one path, no quiet zone. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const count = drawing.modules.length;
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${count} ${count}`);
    svg.setAttribute('width', String(drawing.sizePx));
    svg.setAttribute('height', String(drawing.sizePx));
    svg.setAttribute('shape-rendering', 'crispEdges');
    const path = document.createElementNS(SVG, 'path');
    const squares = darkModules(drawing).map(([x, y]) => `M${x} ${y}h1v1h-1z`);
    path.setAttribute('d', squares.join(''));
    svg.append(path);
    host.append(svg);
  },
};
