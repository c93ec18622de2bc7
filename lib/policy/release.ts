/**
 * When a code of an account may be given to a page that may have one. Pure, so
 * that every rule has its own test; the background gathers the facts.
 */
import { CODE_LEFT_MIN_MS } from '../limits.ts';
import type { Code } from '../otp/account.ts';
import type { PromptState } from './prompt.ts';

export interface ReleaseFacts {
  /** Now by the site's clock: what its codes are computed for. */
  readonly siteMs: number;
  readonly promptState: PromptState;
  /** Whether the present code was given to any page. */
  readonly wasGiven: boolean;
  /** Counter of the code of this account on its way to this very prompt. */
  readonly servedCounter: number | undefined;
  readonly code: Code;
}

export type Release =
  | { readonly kind: 'give' }
  | { readonly kind: 'wait'; readonly untilMs: number };

/** The part of a short step that has to be left of its code. */
const STEP_LEFT_MIN = 1 / 4;

export function decideRelease(facts: ReleaseFacts): Release {
  // The same code may go to the same prompt again: our answer was lost when the background died.
  const again = facts.promptState === 'served' && facts.servedCounter === facts.code.counter;
  const used = !again && facts.wasGiven;
  // The page would refuse a code sent twice (RFC 6238, section 5.2), or one that dies on the way;
  // both count towards its lock.
  const { startMs, endMs } = facts.code;
  const leftMinMs = Math.min(CODE_LEFT_MIN_MS, (endMs - startMs) * STEP_LEFT_MIN);
  if (used || endMs - facts.siteMs < leftMinMs) {
    return { kind: 'wait', untilMs: endMs };
  }
  return { kind: 'give' };
}
