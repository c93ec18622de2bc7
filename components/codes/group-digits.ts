/**
 * The code in two groups that are easy to read: 6 → 3 3, 7 → 3 4, 8 → 4 4. The
 * space between is a narrow no-break one (U+202F), so that a code never wraps.
 */
export function groupDigits(digits: string): string {
  const half = Math.floor(digits.length / 2);
  return `${digits.slice(0, half)}\u202f${digits.slice(half)}`;
}
