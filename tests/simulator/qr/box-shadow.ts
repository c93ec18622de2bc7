import { darkModules, type QrVariant } from './qr-variant.ts';

/** One element of a module's size, whose shadows are all dark modules. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const modulePx = drawing.sizePx / drawing.modules.length;
    const box = document.createElement('div');
    box.style.cssText = `width:${drawing.sizePx}px;height:${drawing.sizePx}px`;
    const dot = document.createElement('i');
    const shadows = darkModules(drawing).map(
      ([x, y]) => `${x * modulePx}px ${y * modulePx}px 0 0 #000`,
    );
    dot.style.cssText = `display:block;width:${modulePx}px;height:${modulePx}px;box-shadow:${shadows.join(',')}`;
    box.append(dot);
    host.append(box);
  },
};
