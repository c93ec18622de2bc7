import type { Random } from './random.ts';

/** One parser under fire. */
export interface Target {
  readonly name: string;
  /** How many of a million inputs it gets. */
  readonly share: number;
  /**
   * Makes one input and runs it. AppError is an answer; anything else thrown
   * is a crash, and so is a result that breaks the parser's own promise.
   */
  readonly run: (random: Random) => unknown;
}

/** Throws when a parser let through what it promises to keep out. */
export function hold(condition: boolean, promise: string): void {
  if (!condition) throw new Error(`broken promise: ${promise}`);
}
