/** Characters that fill their cell or a part of it, and what stands between them. */
const CODE_LINE = /^(?=.*\S)[\s█■#▀▄▌▐▘▝▖▗▚▞▙▛▜▟]{11,400}$/u;

/** A code of 21 modules has eleven lines at least, one of 177 modules and its margin no more than these. */
const LINES = { min: 11, max: 200 };

/** Longer texts are no code, and would cost time. */
const TEXT_MAX = 80_000;

/** The lines of a text that are rows of a code drawn by characters; none where they are too few or too many. */
export function codeLines(text: string): readonly string[] {
  if (text.length < LINES.min * LINES.min || text.length > TEXT_MAX || !/[█■#▀▄▌▐]/u.test(text)) {
    return [];
  }
  const lines = text.split(/\r?\n/u).filter((line) => CODE_LINE.test(line));
  return lines.length >= LINES.min && lines.length <= LINES.max ? lines : [];
}
