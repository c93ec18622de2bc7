/**
 * When a code may be given to a page. Pure, so that every rule has its own
 * test; the background gathers the facts.
 */
import { CODE_LEFT_MIN_MS } from '../limits.ts';
import type { Code } from '../otp/account.ts';
import type { PromptState } from './prompt.ts';
import { isFresh, type SignIn } from './sign-in.ts';

/** by-itself: nobody clicked. by-hand: the user's own click in our popup or unlock window asked for it. */
export type Act = 'by-itself' | 'by-hand';

export interface ReleaseFacts {
  readonly act: Act;
  readonly nowMs: number;
  /** The same moment by the site's clock: what its codes are computed for. */
  readonly siteMs: number;
  readonly siteId: string;
  readonly promptState: PromptState;
  readonly signIn: SignIn | undefined;
  /** RFC 6238 counter of the last code of this account given to any page. */
  readonly releasedCounter: number | undefined;
  /** Counter of the code of this account on its way to this very prompt. */
  readonly servedCounter: number | undefined;
  readonly code: Code;
}

export type Release =
  | { readonly kind: 'give' }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'no' };

/** The rules of a log-in that do not depend on which account it is. */
export function maySignIn(
  facts: Pick<ReleaseFacts, 'act' | 'nowMs' | 'siteId' | 'promptState' | 'signIn'>,
): boolean {
  if (facts.act === 'by-hand') return true;
  const { signIn } = facts;
  if (signIn === undefined || signIn.siteId !== facts.siteId) return false;
  if (!isFresh(signIn, facts.nowMs) || signIn.refused !== undefined) return false;
  return facts.promptState !== 'done' && facts.promptState !== 'refused';
}

export function decideRelease(facts: ReleaseFacts): Release {
  if (!maySignIn(facts)) return { kind: 'no' };
  // The same code may go to the same prompt again: our answer was lost when the background died.
  const again = facts.promptState === 'served' && facts.servedCounter === facts.code.counter;
  const used =
    !again && facts.releasedCounter !== undefined && facts.releasedCounter >= facts.code.counter;
  // The page would refuse a code sent twice, or one that dies on the way; both count towards its lock.
  if (used || facts.code.endMs - facts.siteMs < CODE_LEFT_MIN_MS) {
    return { kind: 'wait', untilMs: facts.code.endMs };
  }
  return { kind: 'give' };
}
