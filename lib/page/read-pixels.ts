import { getDrawable, type Drawable } from './read-pixels-draw.ts';
import { toGrey, type GreyPicture } from './read-pixels-grey.ts';
import { seemsQr } from './read-pixels-look.ts';

/** What could be read of an element that may be a QR code. */
export type PixelReading =
  | { readonly kind: 'pixels'; readonly picture: GreyPicture }
  /** Nothing drawn, hidden, or nothing like a QR: look again when it changes. */
  | { readonly kind: 'unlike' }
  /** The browser keeps the pixels from scripts (another origin's picture). */
  | { readonly kind: 'tainted' };

/** px. ISO/IEC 18004 asks for 4 modules of quiet zone; widgets often leave it out. */
const MARGIN = 16;
const SIDE_MAX = 512;
/** px: enough to notice a code replaced by another, cheap enough for every half second. */
const PRINT_SIDE = 40;

function draw(drawable: Drawable, width: number, height: number): ImageData {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new DOMException('no context', 'NotSupportedError');
  context.drawImage(drawable.source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function isTainted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'SecurityError';
}

/** True when the page shows `element`, so that a hidden decoy is never offered. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** The pixels of `element`, at most 512 on a side, without any network request. */
export async function readPixels(element: Element): Promise<PixelReading> {
  if (!isShown(element)) return { kind: 'unlike' };
  const drawable = await getDrawable(element);
  if (!drawable) return { kind: 'unlike' };
  if (drawable === 'remote') return { kind: 'tainted' };
  const scale = Math.min(1, (SIDE_MAX - 2 * MARGIN) / Math.max(drawable.width, drawable.height));
  const width = Math.max(1, Math.round(drawable.width * scale));
  const height = Math.max(1, Math.round(drawable.height * scale));
  try {
    const picture = toGrey(draw(drawable, width, height), MARGIN);
    return picture && seemsQr(picture) ? { kind: 'pixels', picture } : { kind: 'unlike' };
  } catch (thrown) {
    return isTainted(thrown) ? { kind: 'tainted' } : { kind: 'unlike' };
  }
}

/** A number that changes when the canvas is redrawn; undefined when it cannot be read. */
export function fingerprintOf(canvas: HTMLCanvasElement): number | undefined {
  if (canvas.width * canvas.height > 4_000_000 || canvas.width * canvas.height === 0) {
    return undefined;
  }
  try {
    const drawable = { source: canvas, width: canvas.width, height: canvas.height };
    let hash = 0x811c9dc5;
    for (const byte of draw(drawable, PRINT_SIDE, PRINT_SIDE).data) {
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return hash;
  } catch {
    return undefined;
  }
}
