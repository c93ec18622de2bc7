/** One shadow as getComputedStyle writes it: colour, offsets, blur, spread. */
const SHADOW =
  /(?<colour>[a-z]+\([^)]*\)) (?<x>-?[\d.e-]+)px (?<y>-?[\d.e-]+)px -?[\d.e-]+px (?<spread>-?[\d.e-]+)px/gu;

const SHADOWS_MAX = 8000;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/**
 * A code whose modules are the shadows of one small element, painted as the
 * page paints them, `side` px on its longer side.
 */
export function drawShadows(element: Element, side: number): OffscreenCanvas | undefined {
  const style = getComputedStyle(element);
  const { boxShadow, backgroundColor } = style;
  // As laid out, like the shadows: a dialog that zooms in changes neither.
  const [width, height] = [Number.parseFloat(style.width), Number.parseFloat(style.height)];
  const own: Box = { left: 0, top: 0, width, height, colour: backgroundColor };
  const boxes = [own, ...shadowsOf(boxShadow, width, height)];
  if (boxes.length > SHADOWS_MAX) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const fullWidth = Math.max(...boxes.map((box) => box.left + box.width)) - left;
  const fullHeight = Math.max(...boxes.map((box) => box.top + box.height)) - top;
  const scale = side / Math.max(fullWidth, fullHeight, 1);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(fullWidth * scale)),
    Math.max(1, Math.round(fullHeight * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // The first shadow lies on top, and the element over all of them.
  for (const box of boxes.toReversed()) {
    const [x, y] = [Math.round((box.left - left) * scale), Math.round((box.top - top) * scale)];
    context.fillStyle = box.colour;
    context.fillRect(
      x,
      y,
      Math.round((box.left - left + box.width) * scale) - x,
      Math.round((box.top - top + box.height) * scale) - y,
    );
  }
  return canvas;
}

function shadowsOf(boxShadow: string, width: number, height: number): readonly Box[] {
  return Array.from(boxShadow.matchAll(SHADOW), ({ groups }) => {
    const { colour = '' } = groups ?? {};
    const [x, y, spread] = [groups?.['x'], groups?.['y'], groups?.['spread']].map(Number);
    return {
      left: (x ?? 0) - (spread ?? 0),
      top: (y ?? 0) - (spread ?? 0),
      width: width + 2 * (spread ?? 0),
      height: height + 2 * (spread ?? 0),
      colour,
    };
  });
}
