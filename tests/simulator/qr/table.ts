import type { QrVariant } from './qr-variant.ts';

/** A `<table>` whose cells are black or white. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    // A table lays its columns out in whole pixels.
    const cellPx = Math.max(1, Math.round(drawing.sizePx / drawing.modules.length));
    const table = document.createElement('table');
    table.style.cssText = 'border-collapse: separate; border-spacing: 0; border: 16px solid #fff';
    for (const modules of drawing.modules) {
      const row = table.insertRow();
      for (const module of modules) {
        const cell = row.insertCell();
        const colour = module === '1' ? '#000' : '#fff';
        cell.style.cssText = `width:${cellPx}px;height:${cellPx}px;padding:0;border:0;background:${colour}`;
      }
    }
    host.append(table);
  },
};
