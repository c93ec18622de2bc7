import { paintCanvas } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** Pale grey on white. */
export const grey: QrVariant = {
  draw: (host, drawing) =>
    host.append(paintCanvas(drawing, { dark: '#9a9a9a', light: '#fff', margin: 2 })),
};

/** Blue on pale blue. */
export const blue: QrVariant = {
  draw: (host, drawing) => {
    host.append(paintCanvas(drawing, { dark: '#1677ff', light: '#e6f4ff', margin: 2 }));
  },
};
