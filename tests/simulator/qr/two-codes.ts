import { paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** The app's download address beside the enrolment. */
export const variant: QrVariant = {
  draw: (host, drawing) => {
    const codes = [...drawing.decoys, drawing.modules];
    host.append(...codes.map((modules) => paintCanvas({ ...drawing, modules }, PRINTED)));
  },
};
