/** 8-bit grey pixels, row by row; 0 is black. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** RGBA pixels, row by row, not premultiplied: an ImageData has this shape. */
export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left of the code as it would be read upright. */
export type Corners = readonly [Point, Point, Point, Point];

export interface FoundQr {
  readonly text: string;
  /** In pixels of the picture; may lie a little outside of it. */
  readonly corners: Corners;
}

/** What a decoding may cost. The core has no clock: the caller brings one. */
export interface DecodeBudget {
  /** Pictures with more pixels are refused. */
  readonly maxPixels?: number;
  /** Asked between steps; true stops the search, which then gives what was found. */
  readonly isOver?: () => boolean;
  /**
   * Asked between steps as well; true says that what was found will do. By
   * default the whole picture is searched.
   */
  readonly isEnough?: (found: readonly FoundQr[]) => boolean;
}
