/**
 * The code in groups that are easy to read: 6 → 3 3, 7 → 3 4, 8 → 4 4, 9 → 3 3 3,
 * 10 → 5 5; five digits or letters are one. The space between is a narrow
 * no-break one (U+202F), so that a code never wraps.
 */
export function groupDigits(digits: string): string {
  if (digits.length < 6) return digits;
  const size = digits.length === 9 ? 3 : Math.floor(digits.length / 2);
  const groups = digits.length === 9 ? 3 : 2;
  return Array.from({ length: groups }, (_group, at) =>
    digits.slice(at * size, at === groups - 1 ? undefined : (at + 1) * size),
  ).join('\u202f');
}
