/**
 * The edges along one line of pixels. An edge rises from dark to light or falls
 * from light to dark, by turns.
 */
export class Edges {
  /**
   * The places of the edges, in pixels from the beginning of the line. The
   * middle of a pixel is at its index + 0.5.
   */
  readonly at: Float64Array;
  count = 0;
  /** Whether the first edge rises or falls. */
  first: 'rising' | 'falling' = 'rising';

  constructor(longestLine: number) {
    this.at = new Float64Array(longestLine + 1);
  }

  /**
   * Finds the edges between the turning points of `line`, at the place where
   * the half-way shade is crossed. A turning point counts once the line has
   * gone `step` shades back from it, so every edge has its own threshold: a
   * shadow, a gradient or a blurred single module need no other treatment.
   */
  scan(line: Uint8Array, step: number): void {
    this.count = 0;
    const { length } = line;
    if (length === 0) return;
    let direction = 0;
    let high = line[0] ?? 0;
    let low = high;
    let highAt = 0;
    let lowAt = 0;
    for (let index = 1; index < length; index += 1) {
      const shade = line[index] ?? 0;
      if (direction > 0) {
        if (shade > high) {
          high = shade;
          highAt = index;
        } else if (shade <= high - step) {
          this.#add(line, lowAt, highAt, (low + high) / 2);
          direction = -1;
          low = shade;
          lowAt = index;
        }
      } else if (direction < 0) {
        if (shade < low) {
          low = shade;
          lowAt = index;
        } else if (shade >= low + step) {
          this.#add(line, highAt, lowAt, (low + high) / 2);
          direction = 1;
          high = shade;
          highAt = index;
        }
      } else if (shade >= low + step) {
        this.first = 'rising';
        direction = 1;
        high = shade;
        highAt = index;
      } else if (shade <= high - step) {
        this.first = 'falling';
        direction = -1;
        low = shade;
        lowAt = index;
      } else if (shade > high) {
        high = shade;
        highAt = index;
      } else if (shade < low) {
        low = shade;
        lowAt = index;
      }
    }
    if (direction > 0) this.#add(line, lowAt, highAt, (low + high) / 2);
    if (direction < 0) this.#add(line, highAt, lowAt, (low + high) / 2);
  }

  #add(line: Uint8Array, from: number, to: number, middle: number): void {
    const isRising = (line[to] ?? 0) > middle;
    let index = to;
    // The search goes backwards from where the extreme was first reached, because the edge is
    // always near that place.
    while (index > from + 1 && (line[index - 1] ?? 0) > middle === isRising) index -= 1;
    const before = line[index - 1] ?? 0;
    const after = line[index] ?? 0;
    const part = after === before ? 0.5 : (middle - before) / (after - before);
    this.at[this.count] = index - 0.5 + part;
    this.count += 1;
  }

  /** Whether the run that begins at edge `index` is dark. */
  isDarkAfter(index: number): boolean {
    return (index % 2 === 0) === (this.first === 'falling');
  }
}
