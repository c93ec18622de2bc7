import { ownMembers } from '../dom/own-members.ts';
import { drawShadows } from './draw-shadows.ts';
import { drawText } from './draw-text.ts';
import { drawnLines, isShadowDrawn } from './shape.ts';
import { lookedAtSize } from './sieve.ts';

/** A picture a canvas can draw, and its size in its own pixels. */
export interface Drawable {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/** To draw a larger picture the browser would decode it in the page's own time, for more than a frame. */
const DIRECT_PIXELS_MAX = 9_000_000;
/** As much as a screen twice as wide as a large one; more would take memory that a page has not got. */
const SOURCE_PIXELS_MAX = 50_000_000;

/** Side of what is drawn from shapes, px: 5 px a module and more for a code of 65 modules (version 12). */
const SHAPE_SIDE = 320;

const CELLS_MAX = 6000;
const SHAPES_MAX = 8000;

async function decoded(url: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch {
    return undefined;
  }
}

function sized(source: CanvasImageSource, width: number, height: number): Drawable | undefined {
  if (width < 1 || height < 1 || width * height > SOURCE_PIXELS_MAX) return undefined;
  return { source, width, height };
}

function shapeSize(element: Element): { readonly width: number; readonly height: number } {
  const { clientWidth, clientHeight } = ownMembers(element);
  const scale = SHAPE_SIDE / Math.max(clientWidth, clientHeight, 1);
  return { width: Math.round(clientWidth * scale), height: Math.round(clientHeight * scale) };
}

/** A large picture at the size that is looked at, decoded and scaled off the page's thread: only a blob is. */
async function fromLargeImage(image: HTMLImageElement): Promise<Drawable | 'remote' | undefined> {
  const { naturalWidth, naturalHeight, currentSrc } = image;
  if (naturalWidth * naturalHeight > SOURCE_PIXELS_MAX) return undefined;
  // Anything else would be a request, and could make a new secret.
  if (!/^(data|blob):/i.test(currentSrc)) return 'remote';
  const { width, height } = lookedAtSize(naturalWidth, naturalHeight);
  try {
    const blob = await (await fetch(currentSrc)).blob();
    const source = await createImageBitmap(blob, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'medium',
    });
    return { source, width, height };
  } catch {
    return undefined;
  }
}

async function fromImage(image: HTMLImageElement): Promise<Drawable | 'remote' | undefined> {
  if (!image.complete) return undefined;
  if (image.naturalWidth * image.naturalHeight > DIRECT_PIXELS_MAX) return fromLargeImage(image);
  try {
    // Off the main thread; drawing an undecoded picture would do it here.
    await image.decode();
  } catch {
    return undefined;
  }
  const isVector = /^data:image\/svg|\.svg(\?|#|$)/i.test(image.currentSrc);
  const { width, height } = isVector
    ? shapeSize(image)
    : { width: image.naturalWidth, height: image.naturalHeight };
  return sized(image, width, height);
}

/** The page's style sheets do not reach into a serialised svg: the colours go along. */
function copyColours(from: Element, to: Element): void {
  const originals = [from, ...from.querySelectorAll('*')];
  const copies = [to, ...to.querySelectorAll('*')];
  const known = new Map<string, { readonly fill: string; readonly stroke: string }>();
  for (const [index, original] of originals.entries()) {
    const copy = copies[index];
    if (!(copy instanceof SVGElement)) continue;
    const attributes = ['class', 'style', 'fill', 'stroke', 'id'].map((name) =>
      original.getAttribute(name),
    );
    // A code of single squares has hundreds of shapes in two styles.
    const kind = [original.localName, original.parentElement?.localName, ...attributes].join('|');
    let colours = known.get(kind);
    if (!colours) {
      const style = getComputedStyle(original);
      colours = { fill: style.fill, stroke: style.stroke };
      known.set(kind, colours);
    }
    copy.style.fill = colours.fill;
    copy.style.stroke = colours.stroke;
  }
}

async function fromSvg(svg: SVGSVGElement): Promise<Drawable | undefined> {
  const { width, height } = shapeSize(svg);
  if (svg.querySelectorAll('*').length > SHAPES_MAX) return undefined;
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return undefined;
  copyColours(svg, copy);
  if (!copy.hasAttribute('viewBox')) {
    copy.setAttribute('viewBox', `0 0 ${svg.clientWidth} ${svg.clientHeight}`);
  }
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.style.cssText += ';width:auto;height:auto;transform:none;opacity:1;visibility:visible';
  const text = new XMLSerializer().serializeToString(copy);
  const image = await decoded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  return image && sized(image, width, height);
}

/** Only pictures that cost no request: fetching a code's address again could make a new secret. */
async function fromBackground(element: Element): Promise<Drawable | 'remote' | undefined> {
  const [, url = ''] =
    /url\("((?:[^"\\]|\\.)*)"\)/.exec(getComputedStyle(element).backgroundImage) ?? [];
  if (url === '') return undefined;
  if (!/^(data|blob):/i.test(url)) return 'remote';
  const image = await decoded(url.replaceAll(/\\(.)/g, '$1'));
  if (!image) return undefined;
  const isVector = /^data:image\/svg/i.test(url);
  const size = isVector
    ? shapeSize(element)
    : { width: image.naturalWidth, height: image.naturalHeight };
  return sized(image, size.width, size.height);
}

/** Tables and grids of coloured boxes, painted as the page paints them: parents first. */
function fromCells(element: Element): Drawable | undefined {
  const own = ownMembers(element);
  const cells = own.querySelectorAll('*');
  if (cells.length > CELLS_MAX) return undefined;
  const frame = own.getBoundingClientRect();
  const scale = SHAPE_SIDE / Math.max(frame.width, frame.height, 1);
  const width = Math.round(frame.width * scale);
  const height = Math.round(frame.height * scale);
  if (width < 1 || height < 1) return undefined;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  for (const cell of [element, ...cells]) {
    const colour = getComputedStyle(cell).backgroundColor;
    if (colour === 'rgba(0, 0, 0, 0)') continue;
    const box = ownMembers(cell).getBoundingClientRect();
    // Whole pixels, or a light seam shows between neighbours.
    const left = Math.round((box.left - frame.left) * scale);
    const top = Math.round((box.top - frame.top) * scale);
    context.fillStyle = colour;
    context.fillRect(
      left,
      top,
      Math.round((box.right - frame.left) * scale) - left,
      Math.round((box.bottom - frame.top) * scale) - top,
    );
  }
  return { source: canvas, width, height };
}

function ofCanvas(source: OffscreenCanvas | undefined): Drawable | undefined {
  return source && { source, width: source.width, height: source.height };
}

/**
 * The picture `element` shows. remote: one that only a request could give.
 * undefined: none, not loaded yet, or too large.
 */
export async function getDrawable(element: Element): Promise<Drawable | 'remote' | undefined> {
  if (element instanceof HTMLCanvasElement) return sized(element, element.width, element.height);
  if (element instanceof HTMLImageElement) return fromImage(element);
  if (element instanceof SVGSVGElement) return fromSvg(element);
  const drawn = await fromBackground(element);
  if (drawn) return drawn;
  const lines = drawnLines(element);
  if (lines.length > 0) return ofCanvas(drawText(lines));
  return isShadowDrawn(element) ? ofCanvas(drawShadows(element, SHAPE_SIDE)) : fromCells(element);
}
