import * as v from 'valibot';
import type { Rows } from './session-table.ts';

/**
 * pending: the user said save, and the vault is not open yet. expired: its text
 * died unsaved, but the page still shows it and may be asked to read it again.
 */
type CaptureState = 'offered' | 'pending' | 'saved' | 'expired';

interface Place {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
}

/** An enrolment that was read but not yet saved, and for a while after. */
export interface Capture {
  /** The otpauth URI: in session memory only, gone with the lock, a cancel, or its time. */
  readonly uri: string;
  readonly atMs: number;
  /** The document it was found in; absent: our own page brought it (scan, paste, typing). */
  readonly from?: Place & { readonly siteId: string };
  /** The frame that shows it, where that is not the document it was handed over to. */
  readonly shownBy?: Place;
  readonly state: CaptureState;
  readonly duplicate?: 'replace' | 'keep-both';
  /** As the user wrote them in our review, where the QR says otherwise. */
  readonly names?: { readonly issuer: string; readonly label: string };
  readonly accountId?: string;
  /** RFC 6238 counter of the code on its way to the enrolment's field. */
  readonly servedCounter?: number;
}

const placeSchema = {
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.exactOptional(v.string()),
};

const schema = v.object({
  uri: v.string(),
  atMs: v.number(),
  from: v.exactOptional(v.object({ ...placeSchema, siteId: v.string() })),
  shownBy: v.exactOptional(v.object(placeSchema)),
  state: v.picklist(['offered', 'pending', 'saved', 'expired']),
  duplicate: v.exactOptional(v.picklist(['replace', 'keep-both'])),
  names: v.exactOptional(v.object({ issuer: v.string(), label: v.string() })),
  accountId: v.exactOptional(v.string()),
  servedCounter: v.exactOptional(v.number()),
});

export function parseCapture(value: unknown): Capture | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

/**
 * Whether the code field of this document is an enrolment's: a capture of its
 * own was read there, after the last log-in the user typed. Its field wants the
 * new account's code, which comes with the card, and no other account's.
 */
export function isEnrolling(
  captures: Iterable<Capture>,
  place: Pick<NonNullable<Capture['from']>, 'tabId' | 'frameId' | 'documentId'>,
  signedInMs: number | undefined,
  nowMs: number,
): boolean {
  return Array.from(captures).some(
    ({ from, ...capture }) =>
      from?.tabId === place.tabId &&
      from.frameId === place.frameId &&
      from.documentId === place.documentId &&
      isAliveCapture(capture, nowMs) &&
      capture.atMs >= (signedInMs ?? 0),
  );
}

/** What stays of a capture once saved: no secret any more. */
export function afterSaving(capture: Capture, accountId: string, nowMs: number): Capture {
  return { ...capture, uri: '', state: 'saved', accountId, atMs: nowMs };
}

/** A parked QR text dies after this time, whatever happens. */
const CAPTURE_MS = 2 * 60_000;

/**
 * While the user is in our own window, choosing a passphrase on his first day,
 * it waits for him: closing that window is the cancel that kills it.
 */
const PENDING_CAPTURE_MS = 10 * 60_000;

/** These hold no secret; they wait for the page's verdict as long as a person may take. */
const SECRETLESS_CAPTURE_MS = 30 * 60_000;

const LIVES_MS: Readonly<Record<Capture['state'], number>> = {
  offered: CAPTURE_MS,
  pending: PENDING_CAPTURE_MS,
  saved: SECRETLESS_CAPTURE_MS,
  expired: SECRETLESS_CAPTURE_MS,
};

/** Whether it still holds the text that can be saved. */
export function isParked({ state }: Capture): boolean {
  return state === 'offered' || state === 'pending';
}

/** Unix time, ms, at which the next text has to die; undefined while there is none. */
export function nextExpiryMs(captures: Iterable<Capture>): number | undefined {
  const ends = Array.from(captures)
    .filter(isParked)
    .map(({ state, atMs }) => atMs + LIVES_MS[state] + 1);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** What is left when a text dies: where it was shown. Nothing, where no page can show it again. */
function afterExpiry(capture: Capture): Capture | undefined {
  return capture.from ? { ...capture, uri: '', state: 'expired' } : undefined;
}

export function isAliveCapture(capture: Capture, nowMs: number): boolean {
  const lifeMs = LIVES_MS[capture.state];
  return capture.atMs <= nowMs && nowMs - capture.atMs <= lifeMs;
}

/** The rows, with the text of each that is `over` dead. */
export function expire(rows: Rows<Capture>, isOver: (capture: Capture) => boolean): Rows<Capture> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([scanId, capture]) => {
      const left = isOver(capture) ? afterExpiry(capture) : capture;
      return left ? [[scanId, left]] : [];
    }),
  );
}

/** The rows as they are at `nowMs`: texts whose time is over are gone. */
export function afterTime(rows: Rows<Capture>, nowMs: number): Rows<Capture> {
  const left = expire(rows, (capture) => isParked(capture) && !isAliveCapture(capture, nowMs));
  return Object.fromEntries(
    Object.entries(left).filter(([, capture]) => isAliveCapture(capture, nowMs)),
  );
}
