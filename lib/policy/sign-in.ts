import * as v from 'valibot';
import { SERVER_ANSWER_MS, SIGN_IN_FRESH_MS } from '../limits.ts';
import { isUnderWay, phaseAfter, SIGN_IN_PHASES, type SignInPhase } from './sign-in-table.ts';

/**
 * The user's own log-in in one tab. Kept per tab, because a log-in crosses from
 * the portal to the identity host and back.
 */
export interface SignIn {
  readonly siteId: string;
  readonly atMs: number;
  /** The e-mail typed or chosen there, lower case. */
  readonly identity?: string;
  readonly phase: SignInPhase;
  /** The last prompt that had a code and then left the page. */
  readonly left?: {
    readonly atMs: number;
    readonly shape: string;
    /** How it was remembered, to be forgotten if the page refuses its code after all. */
    readonly remembered?: string;
  };
}

const schema = v.object({
  siteId: v.string(),
  atMs: v.number(),
  identity: v.exactOptional(v.string()),
  phase: v.picklist(SIGN_IN_PHASES),
  left: v.exactOptional(
    v.object({
      atMs: v.number(),
      shape: v.string(),
      remembered: v.exactOptional(v.string()),
    }),
  ),
});

export function parseSignIn(value: unknown): SignIn | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

export function isFresh(signIn: SignIn, nowMs: number): boolean {
  // A clock that went back must not make an old log-in fresh again.
  return signIn.atMs <= nowMs && nowMs - signIn.atMs <= SIGN_IN_FRESH_MS;
}

/** The phase of a log-in as it stands at `nowMs`, for prompts of `siteId`. */
export function phaseAt(signIn: SignIn | undefined, siteId: string, nowMs: number): SignInPhase {
  if (signIn === undefined || signIn.siteId !== siteId || !isFresh(signIn, nowMs)) return 'none';
  const isAnswerTimeOver = signIn.phase === 'accepted' && !isJustLeft(signIn, nowMs);
  return isAnswerTimeOver ? 'over' : signIn.phase;
}

export function isUnderWayAt(signIn: SignIn | undefined, siteId: string, nowMs: number): boolean {
  return isUnderWay(phaseAt(signIn, siteId, nowMs));
}

function isJustLeft({ left }: SignIn, nowMs: number): boolean {
  return left !== undefined && left.atMs <= nowMs && nowMs - left.atMs <= SERVER_ANSWER_MS;
}

/** Whether a prompt of this shape may be the page's answer to the code it was just given. */
export function isSamePromptAgain(
  signIn: SignIn | undefined,
  shape: string,
  nowMs: number,
): boolean {
  return signIn !== undefined && signIn.left?.shape === shape && isJustLeft(signIn, nowMs);
}

/**
 * The log-in after the user's input in a log-in form. Later input keeps the
 * identity typed before it, but only within one log-in: after it, somebody else
 * may sign in on a page that remembers him.
 */
export function signInAfterInput(
  before: SignIn | undefined,
  siteId: string,
  nowMs: number,
  identity: string | undefined,
): SignIn {
  const typed = identity?.trim().toLowerCase() || undefined;
  const phase = phaseAt(before, siteId, nowMs);
  const name = typed ?? (isUnderWay(phase) ? before?.identity : undefined);
  const next = phaseAfter(phase, typed === undefined ? 'form-used' : 'identity-typed');
  const left = next === 'begun' || phase === 'none' ? undefined : before?.left;
  return {
    siteId,
    atMs: nowMs,
    ...(name === undefined ? {} : { identity: name }),
    phase: next,
    ...(left === undefined ? {} : { left }),
  };
}
