import { encode } from 'uqr';
import { AppError } from '../errors.ts';

/**
 * The modules of a QR, where true is dark. They have no quiet zone: draw at
 * least four light modules round them.
 */
export interface QrMatrix {
  /** The number of modules a side. */
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
}

/** ISO/IEC 18004, version 40-M. */
export const MAX_QR_BYTES = 2331;

/**
 * Makes the smallest QR that holds `text` at error correction M, and raises the
 * correction where the same size allows more. M will do because phones read the
 * code from a screen, not from paper. Throws 'qr-too-much'.
 */
export function encodeQr(text: string): QrMatrix {
  if (new TextEncoder().encode(text).length > MAX_QR_BYTES) throw new AppError('qr-too-much');
  const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  return { size, rows: data };
}
