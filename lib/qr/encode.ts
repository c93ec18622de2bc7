import { encode } from 'uqr';

/** Modules of a QR, true is dark; without a quiet zone: draw at least four light modules round it. */
export interface QrMatrix {
  /** Modules a side. */
  readonly size: number;
  readonly rows: readonly (readonly boolean[])[];
}

/**
 * The smallest QR that holds `text` at error correction M, raised where the
 * same size allows more: phones read it from a screen, not from paper.
 */
export function encodeQr(text: string): QrMatrix {
  const { size, data } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  return { size, rows: data };
}
