import * as v from 'valibot';
import { SIGN_IN_FRESH_MS } from '../limits.ts';

/**
 * The user's own hands in a log-in form of one tab. Kept per tab, because a
 * log-in crosses from the portal to the identity host and back.
 */
export interface SignIn {
  readonly siteId: string;
  readonly atMs: number;
  /** The e-mail typed or chosen there, lower case. */
  readonly identity?: string;
  /** The page refused a code in this log-in: only the user may send another. */
  readonly refused?: 'refused';
  /** The last prompt that had its code and then left the page, and whether the page had sent anything by then. */
  readonly left?: { readonly atMs: number; readonly sent: 'sent' | 'unknown' };
}

const schema = v.object({
  siteId: v.string(),
  atMs: v.number(),
  identity: v.exactOptional(v.string()),
  refused: v.exactOptional(v.literal('refused')),
  left: v.exactOptional(v.object({ atMs: v.number(), sent: v.picklist(['sent', 'unknown']) })),
});

export function parseSignIn(value: unknown): SignIn | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

export function isFresh(signIn: SignIn, nowMs: number): boolean {
  // A clock that went back must not make an old log-in fresh again.
  return signIn.atMs <= nowMs && nowMs - signIn.atMs <= SIGN_IN_FRESH_MS;
}

/** A slow server answers a code within this time. */
const ANSWER_MS = 30_000;

/**
 * How the document of a prompt came to be. navigated: by a link or a form, and
 * this is its first prompt. otherwise: reloaded, taken from the back/forward
 * cache, or it had a prompt before.
 */
export type Arrival = 'navigated' | 'otherwise';

/**
 * Whether a prompt is the page's answer to the code it was just given: the one
 * before left with a code in it, and it asks again. Many pages say 'wrong code'
 * in a document of their own, where nothing is left of what the old one held.
 */
export function isAskedAgain(
  signIn: SignIn | undefined,
  siteId: string,
  arrival: Arrival,
  nowMs: number,
): boolean {
  if (signIn?.left === undefined || signIn.siteId !== siteId) return false;
  const { atMs, sent } = signIn.left;
  if (atMs > nowMs || nowMs - atMs > ANSWER_MS) return false;
  // A form sent by script tells nobody; but where it led to was navigated to, not reloaded.
  return sent === 'sent' || arrival === 'navigated';
}

/** A later input of the same log-in keeps the identity typed before it and forgets nothing but an old refusal's site. */
export function continued(
  before: SignIn | undefined,
  siteId: string,
  nowMs: number,
  identity: string | undefined,
): SignIn {
  const same = before !== undefined && before.siteId === siteId && isFresh(before, nowMs);
  const typed = identity?.trim().toLowerCase() || (same ? before.identity : undefined);
  // Typing in the form again is a new attempt of the user's; a click beside it is not.
  const { refused, left }: Partial<SignIn> = same && identity === undefined ? before : {};
  return {
    siteId,
    atMs: nowMs,
    ...(typed === undefined ? {} : { identity: typed }),
    ...(refused === undefined ? {} : { refused }),
    ...(left === undefined ? {} : { left }),
  };
}
