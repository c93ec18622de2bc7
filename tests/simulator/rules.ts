import { codeOfStep, stepAt, type TotpKey } from './totp.ts';

/** How strict the stand-in is; the real service's window and replay rule are unknown. */
export interface CodeRules {
  readonly window: 'adjacent' | 'exact';
  readonly replay: 'refused' | 'allowed';
}

/** The step of an accepted code, or why it was refused. */
export type CodeVerdict =
  | { readonly kind: 'accepted'; readonly step: number }
  | { readonly kind: 'replayed' }
  | { readonly kind: 'wrong' };

/**
 * Judges a code. `lastStep` is the last accepted step of this key, or
 * undefined: RFC 6238 section 5.2 asks that an accepted step, and with a
 * window every step before it, is never accepted again.
 */
export function judgeCode(
  key: TotpKey,
  code: string,
  nowMs: number,
  rules: CodeRules,
  lastStep: number | undefined,
): CodeVerdict {
  const now = stepAt(key, nowMs);
  const steps = rules.window === 'exact' ? [now] : [now, now - 1, now + 1];
  const matching = steps.filter((step) => step >= 0 && codeOfStep(key, step) === code);
  const [first] = matching;
  if (first === undefined) return { kind: 'wrong' };
  if (rules.replay === 'allowed') return { kind: 'accepted', step: first };
  const fresh = matching.find((step) => lastStep === undefined || step > lastStep);
  return fresh === undefined ? { kind: 'replayed' } : { kind: 'accepted', step: fresh };
}

/** Failed attempts of one kind (password or code) of one account. */
export interface Attempts {
  readonly failed: number;
  readonly lockedUntilMs: number;
}

export const NO_ATTEMPTS: Attempts = { failed: 0, lockedUntilMs: 0 };

export function isLocked(attempts: Attempts, nowMs: number): boolean {
  return nowMs < attempts.lockedUntilMs;
}

/** One more failure: the `limit`-th one locks for `lockMinutes` and starts the count anew. */
export function countFailure(
  attempts: Attempts,
  nowMs: number,
  limit: number,
  lockMinutes: number,
): Attempts {
  const failed = attempts.failed + 1;
  return failed >= limit
    ? { failed: 0, lockedUntilMs: nowMs + lockMinutes * 60_000 }
    : { failed, lockedUntilMs: 0 };
}
