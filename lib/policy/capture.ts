import * as v from 'valibot';
import { isAliveCapture } from './capture-times.ts';

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
