import { encode } from 'uqr';

/**
 * The modules of a QR, where true is dark. They have no quiet zone: draw at
 * least four light modules round them.
 */
export interface QrMatrix {
  /** The number of modules a side. */
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
}

/**
 * Makes the smallest QR that holds `text` at error correction M, and raises the
 * correction where the same size allows more. M will do because phones read the
 * code from a screen, not from paper.
 */
export function encodeQr(text: string): QrMatrix {
  const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  return { size, rows: data };
}
