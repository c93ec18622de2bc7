import type { GreyPicture } from './picture.ts';

/** Rows looked at together. Gaps of up to four rows are filled, stripes of five and more stay. */
const ROWS = 5;

/**
 * The plane without the thin stripes between the lines of a code that is drawn
 * as text: light stripes in what is dark ('dark'), or dark ones in what is
 * light. A morphological closing (opening) by a column of ROWS pixels.
 */
export function fillGaps({ width, height, data }: GreyPicture, ink: 'dark' | 'light'): GreyPicture {
  // Both the darkest and the lightest of a column are the least of its shades: as they are, or inverted.
  const [first, then] = ink === 'dark' ? ([0x00, 0xff] as const) : ([0xff, 0x00] as const);
  const once = leastOfColumns(data, width, first);
  return { width, height, data: leastOfColumns(once, width, then) };
}

/**
 * Each pixel as the least of ROWS pixels, itself in the middle. With `flip` 0xff
 * the shades are inverted before and after. It goes over whole pictures six
 * times, so that it calls no function for a pixel.
 */
function leastOfColumns(
  data: Uint8Array,
  width: number,
  flip: 0x00 | 0xff,
): Uint8Array<ArrayBuffer> {
  const least = new Uint8Array(data.length);
  const reach = ROWS >> 1;
  for (let at = 0; at < data.length; at += 1) least[at] = (data[at] ?? 0) ^ flip;
  for (let row = -reach; row <= reach; row += 1) {
    const step = row * width;
    const end = Math.min(data.length, data.length - step);
    for (let at = Math.max(0, -step); at < end; at += 1) {
      const shade = (data[at + step] ?? 0) ^ flip;
      if (shade < (least[at] ?? 0)) least[at] = shade;
    }
  }
  for (let at = 0; at < least.length; at += 1) least[at] = (least[at] ?? 0) ^ flip;
  return least;
}
