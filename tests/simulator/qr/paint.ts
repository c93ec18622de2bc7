import { darkModules, type QrDrawing } from './qr-variant.ts';

export interface Paint {
  readonly dark: string;
  /** Undefined leaves the ground transparent. */
  readonly light: string | undefined;
  /** Quiet zone in modules; it lies outside `sizePx`. */
  readonly margin: number;
  /** Device pixels per CSS pixel of the bitmap. */
  readonly scale?: number;
}

/** The code painted on a canvas whose CSS size is the code plus its quiet zone. */
export function paintCanvas(drawing: QrDrawing, paint: Paint): HTMLCanvasElement {
  const count = drawing.modules.length;
  const scale = paint.scale ?? 1;
  const modulePx = (drawing.sizePx * scale) / count;
  const edge = Math.round(drawing.sizePx * scale + paint.margin * 2 * modulePx);
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  canvas.style.width = `${edge / scale}px`;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  if (paint.light !== undefined) {
    context.fillStyle = paint.light;
    context.fillRect(0, 0, edge, edge);
  }
  context.fillStyle = paint.dark;
  for (const [x, y] of darkModules(drawing)) {
    const left = Math.round((x + paint.margin) * modulePx);
    const top = Math.round((y + paint.margin) * modulePx);
    const right = Math.round((x + 1 + paint.margin) * modulePx);
    const bottom = Math.round((y + 1 + paint.margin) * modulePx);
    context.fillRect(left, top, right - left, bottom - top);
  }
  return canvas;
}

/** Black on white with the quiet zone of the standard. */
export const PRINTED: Paint = { dark: '#000', light: '#fff', margin: 4 };

/** Adds an `<img>` and waits until it is decoded. */
export async function addImage(
  host: HTMLElement,
  url: string,
  alt = '',
): Promise<HTMLImageElement> {
  const image = document.createElement('img');
  image.alt = alt;
  image.src = url;
  host.append(image);
  await image.decode().catch(() => {});
  return image;
}
