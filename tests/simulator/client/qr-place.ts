import type { SimulatorConfig } from '../config.ts';
import { getQrVariant } from '../qr/index.ts';
import type { QrDrawing } from '../qr/qr-variant.ts';
import { element } from './element.ts';
import { openFrame } from './frame-host.ts';

/** What a frame and a scrolled box have room for besides the code, CSS px: its quiet zone, and more. */
const AROUND_PX = 126;
const BESIDE_PX = 46;

/** A shadow root in `host`, made anew each time so that an old code is gone. */
function shadowIn(host: HTMLElement, mode: ShadowRootMode): HTMLElement {
  const shell = element('div');
  const inner = element('div');
  shell.attachShadow({ mode }).append(inner);
  host.append(shell);
  return inner;
}

/** Draws the code where the switch `qrPlace` wants it, in place of what `host` held. */
export async function placeQr(
  config: SimulatorConfig,
  host: HTMLElement,
  drawing: QrDrawing,
): Promise<void> {
  host.replaceChildren();
  const variant = await getQrVariant(config.qr);
  switch (config.qrPlace) {
    case 'dialog':
    case 'page':
      await variant.draw(host, drawing);
      return;
    case 'shadow':
    case 'closed-shadow': {
      const mode = config.qrPlace === 'shadow' ? 'open' : 'closed';
      await variant.draw(shadowIn(host, mode), drawing);
      return;
    }
    case 'frame':
    case 'cross-frame': {
      const place = config.qrPlace === 'frame' ? 'same' : 'cross';
      const task = { draw: 'qr', name: config.qr, drawing } as const;
      const { frame } = openFrame(host, place, task, () => Promise.resolve(undefined));
      frame.style.height = `${drawing.sizePx + AROUND_PX}px`;
      return;
    }
    case 'scrolled': {
      // Half of the code lies above the edge until somebody scrolls.
      const view = element('div', { class: 'sim-scroll' });
      view.style.height = `${drawing.sizePx + BESIDE_PX}px`;
      host.append(view);
      await variant.draw(view, drawing);
      view.scrollTop = drawing.sizePx / 2;
    }
  }
}
