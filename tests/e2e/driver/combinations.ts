/** `npm run test:matrix` runs full products; `npm test` runs each value at least once. */
export const isMatrix = process.env['MODE'] === 'matrix';

/**
 * Pairs of a value of `as` and one of `bs`. In the matrix: all of them. Else a
 * diagonal, in which each value of both stands at least once; `shift` turns it,
 * so that tests that take different shifts make all pairs together.
 */
export function combinations<A, B>(
  as: readonly A[],
  bs: readonly B[],
  shift = 0,
): readonly (readonly [A, B])[] {
  if (isMatrix) return as.flatMap((a) => bs.map((b) => [a, b] as const));
  return Array.from({ length: Math.max(as.length, bs.length) }, (_, at) => [
    valueAt(as, at),
    valueAt(bs, at + shift),
  ]);
}

function valueAt<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('there is no value to combine');
  return value;
}
