import { paintCanvas } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** Dark theme: light modules on a dark ground. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    host.append(paintCanvas(drawing, { dark: '#e6e6e6', light: '#14181d', margin: 4 }));
  },
};
