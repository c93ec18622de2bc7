import * as v from 'valibot';

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
}

const schema = v.object({
  siteId: v.string(),
  atMs: v.number(),
  identity: v.exactOptional(v.string()),
  refused: v.exactOptional(v.literal('refused')),
});

export function parseSignIn(value: unknown): SignIn | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

/** How long trusted input speaks for a log-in: long enough for a slow page, short enough that a tab left open asks again. */
export const SIGN_IN_MS = 5 * 60_000;

export function isFresh(signIn: SignIn, nowMs: number): boolean {
  // A clock that went back must not make an old log-in fresh again.
  return signIn.atMs <= nowMs && nowMs - signIn.atMs <= SIGN_IN_MS;
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
  const refused = same && identity === undefined ? before.refused : undefined;
  return {
    siteId,
    atMs: nowMs,
    ...(typed === undefined ? {} : { identity: typed }),
    ...(refused === undefined ? {} : { refused }),
  };
}
