/** The middle value; of an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Prints rows in columns: the first one left-aligned, figures to the right. */
export function printRows(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_head, at) =>
    Math.max(...rows.map((cells) => (cells[at] ?? '').length)),
  );
  console.log(`\n${title}`);
  for (const cells of rows) {
    const line = cells.map((cell, at) => {
      const width = widths[at] ?? 0;
      return at === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(`  ${line.join('   ')}`);
  }
}

export const inMs = (value: number): string => `${value.toFixed(0)} ms`;
export const asRatio = (value: number, base: number): string => `${(value / base).toFixed(2)} ×`;
