import * as v from 'valibot';

/** An enrolment that was read but not yet saved, and for a while after. */
export interface Capture {
  /** The otpauth URI: in session memory only, gone with the lock, a cancel, or its time. */
  readonly uri: string;
  readonly atMs: number;
  /** The document it was found in; absent: our own page brought it (scan, paste, typing). */
  readonly from?: {
    readonly tabId: number;
    readonly frameId: number;
    readonly documentId?: string;
    readonly siteId: string;
  };
  /** pending: the user said save, and the vault is not open yet. */
  readonly state: 'offered' | 'pending' | 'saved';
  readonly duplicate?: 'replace' | 'keep-both';
  readonly accountId?: string;
  /** RFC 6238 counter of the code on its way to the enrolment's field. */
  readonly servedCounter?: number;
}

const schema = v.object({
  uri: v.string(),
  atMs: v.number(),
  from: v.exactOptional(
    v.object({
      tabId: v.number(),
      frameId: v.number(),
      documentId: v.exactOptional(v.string()),
      siteId: v.string(),
    }),
  ),
  state: v.picklist(['offered', 'pending', 'saved']),
  duplicate: v.exactOptional(v.picklist(['replace', 'keep-both'])),
  accountId: v.exactOptional(v.string()),
  servedCounter: v.exactOptional(v.number()),
});

export function parseCapture(value: unknown): Capture | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

/** A parked QR text dies after this time, whatever happens. */
const CAPTURE_MS = 2 * 60_000;

/**
 * While the user is in our own window, choosing a passphrase on his first day,
 * it waits for him: closing that window is the cancel that kills it.
 */
const PENDING_CAPTURE_MS = 10 * 60_000;

/** A saved one holds no secret; it waits for the page's verdict as long as a person may take. */
const SAVED_CAPTURE_MS = 30 * 60_000;

const LIVES_MS: Readonly<Record<Capture['state'], number>> = {
  offered: CAPTURE_MS,
  pending: PENDING_CAPTURE_MS,
  saved: SAVED_CAPTURE_MS,
};

export function isAliveCapture(capture: Capture, nowMs: number): boolean {
  const lifeMs = LIVES_MS[capture.state];
  return capture.atMs <= nowMs && nowMs - capture.atMs <= lifeMs;
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
