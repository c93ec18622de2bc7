import { isShown } from '../dom/visible.ts';
import { getDrawable, type Drawable } from './draw.ts';
import type { GreyPicture } from '../../qr/picture.ts';
import { lookedAtSize, sift } from './sieve.ts';

/** What could be read of an element that may be a QR code. */
export type PixelReading =
  | { readonly kind: 'pixels'; readonly picture: GreyPicture }
  /** Hidden, not loaded yet, or nothing like a QR: look again when it changes. */
  | { readonly kind: 'unlike' }
  /** One colour: nothing drawn yet, or drawn by WebGL, which shows an empty canvas to others. */
  | { readonly kind: 'blank' }
  /** The browser keeps the pixels from scripts (another origin's picture). */
  | { readonly kind: 'tainted' };

/** px: enough to notice a code replaced by another, cheap enough for every half second. */
const PRINT_SIDE = 40;

function draw(drawable: Drawable, width: number, height: number): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new DOMException('no context', 'NotSupportedError');
  context.drawImage(drawable.source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** A task of its own: no piece of the work adds to the next, and the page's own come in between. */
export function nextTask(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    channel.port1.close();
    resolve();
  });
  channel.port1.start();
  channel.port2.postMessage(undefined);
  return promise;
}

function isTainted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'SecurityError';
}

/** The pixels of `element`, at most 512 on a side, without any network request. */
export async function readPixels(element: Element): Promise<PixelReading> {
  if (!isShown(element)) return { kind: 'unlike' };
  const drawable = await getDrawable(element);
  if (!drawable) return { kind: 'unlike' };
  if (drawable === 'remote') return { kind: 'tainted' };
  const { width, height } = lookedAtSize(drawable.width, drawable.height);
  try {
    const colours = draw(drawable, width, height);
    const sifted = await sift(colours, nextTask);
    return typeof sifted === 'string' ? { kind: sifted } : { kind: 'pixels', picture: sifted };
  } catch (thrown) {
    return isTainted(thrown) ? { kind: 'tainted' } : { kind: 'unlike' };
  }
}

/** Looked at again and again: what it is drawn into is made once. Tainted by a canvas, it gives way to another. */
let printing: OffscreenCanvasRenderingContext2D | undefined;

/** A number that changes when the canvas is redrawn; undefined when it cannot be read. */
export function fingerprintOf(canvas: HTMLCanvasElement): number | undefined {
  if (canvas.width * canvas.height > 16_000_000 || canvas.width * canvas.height === 0) {
    return undefined;
  }
  try {
    printing ??=
      new OffscreenCanvas(PRINT_SIDE, PRINT_SIDE).getContext('2d', { willReadFrequently: true }) ??
      undefined;
    if (!printing) return undefined;
    printing.clearRect(0, 0, PRINT_SIDE, PRINT_SIDE);
    printing.drawImage(canvas, 0, 0, PRINT_SIDE, PRINT_SIDE);
    const { data } = printing.getImageData(0, 0, PRINT_SIDE, PRINT_SIDE);
    let hash = 0x811c9dc5;
    for (const pixel of new Uint32Array(data.buffer)) hash = Math.imul(hash ^ pixel, 0x01000193);
    return hash;
  } catch {
    printing = undefined;
    return undefined;
  }
}
