import { addImage, paintCanvas, PRINTED } from './paint.ts';
import type { QrVariant } from './qr-variant.ts';

/** `<img>` with a blob: address, revoked once it is shown. */
export const variant: QrVariant = {
  draw: async (host, drawing) => {
    const canvas = paintCanvas(drawing, PRINTED);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) throw new Error('no picture');
    const url = URL.createObjectURL(blob);
    await addImage(host, url);
    URL.revokeObjectURL(url);
  },
};
