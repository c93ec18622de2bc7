import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** No enrolment at all: device binding, Wi-Fi, password reset. The page must stay silent. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    host.append(...drawing.decoys.map((modules) => paintCanvas({ ...drawing, modules }, PRINTED)));
  },
};
