import { expect } from 'vitest';

/**
 * Passes when there are no violations; else the failure's text lists every one.
 * Vitest's own text would say '[ Array(3) ]', and that is all the end of a run shows.
 */
export function expectNone(violations: readonly string[]): void {
  expect(violations, `\n${violations.join('\n')}\n`).toEqual([]);
}
