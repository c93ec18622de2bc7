import * as v from 'valibot';
import { UNDO_MS } from '../limits.ts';
import type { Rows } from './session-table.ts';

/**
 * offered: the user has not decided yet. pending: the user said save while the
 * vault was not open. saved: its account is in the vault. expired: its text was
 * forgotten unsaved, but the page still shows it and may be asked to read it again.
 */
type ScanState = 'offered' | 'pending' | 'saved' | 'expired';

/** One document of one tab; Firefox gives documents no id. */
interface DocumentAddress {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
}

/** What was read (from a QR code, a link or a form) and is not saved yet, or was saved just now. */
export interface Scan {
  /** The otpauth URI. It stays in session memory only, and goes with a lock, a cancel or its time. */
  readonly uri: string;
  readonly atMs: number;
  /** The document that shows it; absent when the user brought it to a page of ours (picture, paste, typing). */
  readonly from?: DocumentAddress & { readonly siteId: string };
  /** The frame that shows it, where the scan was handed over to another document. */
  readonly shownBy?: DocumentAddress;
  readonly state: ScanState;
  readonly duplicate?: 'replace' | 'keep-both';
  /** The account that our own review has named to the user who decided to replace it. */
  readonly replaces?: string;
  /** The scan whose text may mean this as well: a page knows that one only. */
  readonly alternativeTo?: string;
  /** The names as the user corrected them before saving. */
  readonly names?: { readonly issuer: string; readonly label: string };
  readonly accountId?: string;
  /** The account that went into the bin when this one was saved. */
  readonly replacedId?: string;
  /**
   * It was saved after an unlock or in the popup, and its page was not told of it yet: the background may end
   * in between, or the vault be locked.
   */
  readonly told?: 'not-yet';
  /** RFC 6238 counter of the code that was given to the enrolment's field. */
  readonly servedCounter?: number;
}

const documentSchema = {
  tabId: v.number(),
  frameId: v.number(),
  documentId: v.exactOptional(v.string()),
};

const schema = v.object({
  uri: v.string(),
  atMs: v.number(),
  from: v.exactOptional(v.object({ ...documentSchema, siteId: v.string() })),
  shownBy: v.exactOptional(v.object(documentSchema)),
  state: v.picklist(['offered', 'pending', 'saved', 'expired']),
  duplicate: v.exactOptional(v.picklist(['replace', 'keep-both'])),
  replaces: v.exactOptional(v.string()),
  names: v.exactOptional(v.object({ issuer: v.string(), label: v.string() })),
  alternativeTo: v.exactOptional(v.string()),
  accountId: v.exactOptional(v.string()),
  replacedId: v.exactOptional(v.string()),
  told: v.exactOptional(v.literal('not-yet')),
  servedCounter: v.exactOptional(v.number()),
});

export function parseScan(value: unknown): Scan | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

/**
 * Whether the code field of this document belongs to an enrolment: a scan of
 * the same document was read after the last log-in the user typed. Such a field
 * wants the new account's code, which the card fills, and no other account's.
 */
export function isEnrolling(
  scans: Iterable<Scan>,
  document: DocumentAddress,
  signedInMs: number | undefined,
  nowMs: number,
): boolean {
  return Array.from(scans).some(
    ({ from, ...scan }) =>
      from?.tabId === document.tabId &&
      from.frameId === document.frameId &&
      from.documentId === document.documentId &&
      // Its text may be forgotten: the page still shows it.
      !isExpired({ state: 'expired', atMs: scan.atMs }, nowMs) &&
      scan.atMs >= (signedInMs ?? 0),
  );
}

/**
 * Until when (Unix time, ms) its page may undo that another account went into
 * the bin for it; undefined where none went, or the time is up.
 */
export function undoUntilMs({ atMs, replacedId }: Scan, nowMs: number): number | undefined {
  const untilMs = atMs + UNDO_MS;
  return replacedId === undefined || nowMs < atMs || nowMs >= untilMs ? undefined : untilMs;
}

/** What is kept of a scan once its account is saved: no secret any more. */
export function toSaved(scan: Scan, accountId: string, nowMs: number): Scan {
  return { ...scan, uri: '', state: 'saved', accountId, atMs: nowMs };
}

/** After this time the text of an undecided scan is forgotten, whatever happens. */
const OFFERED_MS = 2 * 60_000;

/**
 * While the user chooses a passphrase in our own window on the first day, the
 * text waits longer. Closing that window is the cancel that forgets it.
 */
const PENDING_MS = 10 * 60_000;

/** These rows hold no secret. They wait for the page's verdict for as long as a person may take. */
const SECRETLESS_MS = 30 * 60_000;

const TTL_MS: Readonly<Record<ScanState, number>> = {
  offered: OFFERED_MS,
  pending: PENDING_MS,
  saved: SECRETLESS_MS,
  expired: SECRETLESS_MS,
};

/** Whether it still holds the text that can be saved. */
export function isUnsaved({ state }: Pick<Scan, 'state'>): boolean {
  return state === 'offered' || state === 'pending';
}

/** Unix time, ms, at which the next text has to be forgotten; undefined while there is none. */
export function nextExpiryMs(scans: Iterable<Scan>): number | undefined {
  const ends = Array.from(scans)
    .filter(isUnsaved)
    .map(({ state, atMs }) => atMs + TTL_MS[state] + 1);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** True past its time, and for a row from the future: a clock set back must not prolong a secret's life. */
export function isExpired({ state, atMs }: Pick<Scan, 'state' | 'atMs'>, nowMs: number): boolean {
  return atMs > nowMs || nowMs - atMs > TTL_MS[state];
}

/** What is left when the text is forgotten: the document that can show it again, if there is one. */
function withoutText(scan: Scan): Scan | undefined {
  return scan.from ? { ...scan, uri: '', state: 'expired' } : undefined;
}

/** The rows, with the text of each that `isOver` forgotten. */
export function forgetTexts(rows: Rows<Scan>, isOver: (scan: Scan) => boolean): Rows<Scan> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([scanId, scan]) => {
      const left = isOver(scan) ? withoutText(scan) : scan;
      return left ? [[scanId, left]] : [];
    }),
  );
}

/** The rows that are left at `nowMs`: expired texts are forgotten, and then expired rows dropped. */
export function pruneExpired(rows: Rows<Scan>, nowMs: number): Rows<Scan> {
  const left = forgetTexts(rows, (scan) => isUnsaved(scan) && isExpired(scan, nowMs));
  return Object.fromEntries(Object.entries(left).filter(([, scan]) => !isExpired(scan, nowMs)));
}

/** A scan id with its scan. */
export type ScanEntry = readonly [string, Scan];

/** A page that draws new codes for ever fills no more than this, and takes no room of another tab's. */
const MOST_OF_TAB = 200;
/** What the user brings: the thousand codes that an export of ten thousand accounts has, and some more. */
const MOST_OWN = 1_200;

/** The newest of each tab and of the user's own, so that none takes the room of another. */
export function newest(entries: readonly ScanEntry[]): readonly ScanEntry[] {
  const byTab = Map.groupBy(entries, ([, { from }]) => from?.tabId);
  return [...byTab].flatMap(([tabId, ofTab]) =>
    ofTab.slice(tabId === undefined ? -MOST_OWN : -MOST_OF_TAB),
  );
}
