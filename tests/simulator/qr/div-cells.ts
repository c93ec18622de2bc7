import type { QrVariant } from './qr-variant.ts';

/** A grid of `<div>` cells, the light ones without any style. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const grid = document.createElement('div');
    const count = drawing.modules.length;
    grid.style.cssText =
      `display:grid;grid-template-columns:repeat(${count},1fr);` +
      `width:${drawing.sizePx}px;height:${drawing.sizePx}px`;
    for (const module of drawing.modules.join('')) {
      const cell = document.createElement('div');
      if (module === '1') cell.style.background = '#000';
      grid.append(cell);
    }
    host.append(grid);
  },
};
