/** An enrolment's QR code, before any variant gives it its look. */
export interface QrDrawing {
  readonly text: string;
  /** Row by row, '1' dark, no quiet zone. */
  readonly modules: readonly string[];
  /** Edge of the code itself in CSS pixels. */
  readonly sizePx: number;
  /** The same code as a picture of the API host (no CORS headers). */
  readonly remoteUrl: string;
  /** Other codes the variant shows beside or instead of it. */
  readonly decoys: readonly (readonly string[])[];
}

export interface QrVariant {
  draw(host: HTMLElement, drawing: QrDrawing): Promise<void> | void;
}

/** Column and row of every dark module. */
export function darkModules(drawing: QrDrawing): readonly (readonly [x: number, y: number])[] {
  return drawing.modules.flatMap((row, y) =>
    Array.from(row).flatMap((module, x) => (module === '1' ? [[x, y] as const] : [])),
  );
}
