/** Which codes of an account were given to a page, so that none is given twice. */
import type { Code } from '../otp/account.ts';

export interface GivenCode {
  /** RFC 6238 counter. */
  readonly counter: number;
  readonly siteId: string;
  /** How far the clock of the site was ahead of this computer's. */
  readonly clockOffsetMs: number;
}

/** The present code of an account by the clock of the site that asks for it. */
export interface PresentCode {
  readonly siteId: string;
  readonly clockOffsetMs: number;
  /** Unix time by this computer's clock. */
  readonly nowMs: number;
  readonly code: Code;
}

/** How many given codes of an account are remembered. */
const REMEMBERED = 16;

/** A server accepts the code of the next step, too, and then refuses it when that step has come (RFC 6238, section 5.2). */
const ACCEPTED_AHEAD = 1;

/**
 * Sites whose clocks are a step apart or more use the code of one counter at
 * different times, so that it is no replay at the other one.
 */
function isOfSameClock(given: GivenCode, { siteId, clockOffsetMs, code }: PresentCode): boolean {
  const apartMs = Math.abs(given.clockOffsetMs - clockOffsetMs);
  return given.siteId === siteId || apartMs < code.endMs - code.startMs;
}

/** Whether the present code was given already. */
export function wasGiven(codes: readonly GivenCode[] | undefined, present: PresentCode): boolean {
  const { counter } = present.code;
  return (codes ?? []).some((one) => one.counter === counter && isOfSameClock(one, present));
}

/** Given while a clock was ahead that was set right since, this computer's or the site's. */
function isBeyondPresent(given: GivenCode, present: PresentCode): boolean {
  const { siteId, clockOffsetMs, nowMs, code } = present;
  const offsetMs = given.siteId === siteId ? clockOffsetMs : given.clockOffsetMs;
  const steps = Math.floor((nowMs + offsetMs - code.startMs) / (code.endMs - code.startMs));
  return given.counter > code.counter + steps + ACCEPTED_AHEAD;
}

/** The codes that were given, with the present one, and without those of steps to come. */
export function withGiven(
  codes: readonly GivenCode[] | undefined,
  present: PresentCode,
): readonly GivenCode[] {
  const { siteId, clockOffsetMs, code } = present;
  const { counter } = code;
  const others = (codes ?? []).filter(
    (one) =>
      !isBeyondPresent(one, present) && !(one.counter === counter && isOfSameClock(one, present)),
  );
  return [...others, { counter, siteId, clockOffsetMs }].slice(-REMEMBERED);
}

/** The codes that were given, without one that never reached the page of the site. */
export function withoutGiven(
  codes: readonly GivenCode[],
  { counter, siteId }: Pick<GivenCode, 'counter' | 'siteId'>,
): readonly GivenCode[] {
  return codes.filter((one) => one.counter !== counter || one.siteId !== siteId);
}

/** Leaves out what is no given code. undefined: not a list. */
export function parseGivenCodes(value: unknown): readonly GivenCode[] | undefined {
  return Array.isArray(value) ? value.filter(isGivenCode) : undefined;
}

function isGivenCode(value: unknown): value is GivenCode {
  if (typeof value !== 'object' || value === null) return false;
  const { counter, siteId, clockOffsetMs } = value as Partial<Record<keyof GivenCode, unknown>>;
  return (
    Number.isSafeInteger(counter) && typeof siteId === 'string' && Number.isFinite(clockOffsetMs)
  );
}
