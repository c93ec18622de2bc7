import { darkModules, type QrDrawing } from './qr-variant.ts';

export const SVG = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** The code as an `<svg>`: one path for all modules, or a rectangle for each. */
export function svgCode(drawing: QrDrawing, form: 'path' | 'rects', margin: number): SVGElement {
  const edge = drawing.modules.length + margin * 2;
  const svg = shape('svg', {
    viewBox: `${-margin} ${-margin} ${edge} ${edge}`,
    width: drawing.sizePx,
    height: drawing.sizePx,
    'shape-rendering': 'crispEdges',
  });
  const dark = darkModules(drawing);
  if (form === 'path') {
    svg.append(shape('path', { d: dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('') }));
    return svg;
  }
  svg.append(shape('rect', { x: -margin, y: -margin, width: edge, height: edge, fill: '#fff' }));
  svg.append(...dark.map(([x, y]) => shape('rect', { x, y, width: 1, height: 1 })));
  return svg;
}
