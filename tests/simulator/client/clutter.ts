import type { SimulatorConfig } from '../config.ts';
import { element } from './element.ts';

const CANVAS_PX = 4000;
const STRIP_PX = 200;
const IMAGE_COUNT = 10_000;
const NODE_COUNT = 5000;

/** 4000×4000 pixels of black and white, a part of them new in each frame. */
function noise(): HTMLElement {
  const canvas = element('canvas', { width: CANVAS_PX, height: CANVAS_PX });
  const context = canvas.getContext('2d');
  const strip = new ImageData(CANVAS_PX, STRIP_PX);
  const words = new Uint32Array(strip.data.buffer);
  for (let at = 0; at < words.length; at += 1) {
    words[at] = Math.random() < 0.5 ? 0xff000000 : 0xffffffff;
  }
  for (let y = 0; y < CANVAS_PX; y += STRIP_PX) context?.putImageData(strip, 0, y);
  let y = 0;
  const repaint = (): void => {
    if (!canvas.isConnected) return;
    y = (y + STRIP_PX) % CANVAS_PX;
    context?.putImageData(strip, Math.floor(Math.random() * 64) - 32, y);
    requestAnimationFrame(repaint);
  };
  requestAnimationFrame(repaint);
  return canvas;
}

function images(): HTMLElement {
  const source = element('canvas', { width: 24, height: 24 });
  source.getContext('2d')?.fillRect(4, 4, 16, 16);
  const url = source.toDataURL('image/png');
  const all = Array.from({ length: IMAGE_COUNT }, () => element('img', { src: url, alt: '' }));
  return element('div', {}, ...all);
}

function nodes(): HTMLElement {
  const rows = Array.from({ length: NODE_COUNT / 5 }, (_row, at) =>
    element(
      'div',
      {},
      element('span', {}, `10.0.0.${at}`),
      element('b', {}, `Camera ${at}`),
      element('input', { type: 'checkbox' }),
      element('a', { href: '#/vms/video' }, 'Live'),
    ),
  );
  return element('div', {}, ...rows);
}

const makers: Readonly<Record<SimulatorConfig['clutter'], () => HTMLElement | undefined>> = {
  none: () => undefined,
  noise,
  images,
  nodes,
};

/** What a busy or hostile page does meanwhile; undefined when nothing. */
export function makeClutter(config: SimulatorConfig): HTMLElement | undefined {
  const clutter = makers[config.clutter]();
  return clutter && element('div', { class: 'sim-clutter' }, clutter);
}
