import type { GreyPicture } from './picture.ts';

/** Rows looked at together. Gaps of up to four rows are filled, stripes of five and more stay. */
const ROWS = 5;

/**
 * The plane without the thin stripes between the lines of a code that is drawn
 * as text: light stripes in what is dark ('dark'), or dark ones in what is
 * light. A morphological closing (opening) by a column of ROWS pixels.
 */
export function fillGaps(plane: GreyPicture, ink: 'dark' | 'light'): GreyPicture {
  const [first, then] = ink === 'dark' ? [Math.min, Math.max] : [Math.max, Math.min];
  return alongColumns(alongColumns(plane, first), then);
}

/** Each pixel as `choose` has it of ROWS pixels, itself in the middle. */
function alongColumns(
  { width, height, data }: GreyPicture,
  choose: (one: number, other: number) => number,
): GreyPicture {
  const chosen = data.slice();
  const reach = ROWS >> 1;
  for (let step = -reach; step <= reach; step += 1) {
    const from = Math.max(0, -step) * width;
    const to = (height - Math.max(0, step)) * width;
    for (let at = from, other = from + step * width; at < to; at += 1, other += 1) {
      chosen[at] = choose(chosen[at] ?? 0, data[other] ?? 0);
    }
  }
  return { width, height, data: chosen };
}
