/** What dismissed-card.browser.test.ts drives in a page: the enrolments without their background, with words that are their keys. */
import { PageEnrolments } from '../../../../lib/page/enrolment/page-enrolments.ts';
import type { EnrolmentPushes, Scan } from '../../../../lib/page/enrolment/ports.ts';
import type { SaveAnswer } from '../../../../lib/protocol/page-messages.ts';

const FAREWELL_LEAST_MS = 10_000;

const setNow = globalThis.setTimeout;
// The card's last words leave by a long timer: here they stay, so that a card that is gone never said any.
globalThis.setTimeout = ((work: () => void, delayMs = 0) =>
  delayMs < FAREWELL_LEAST_MS ? setNow(work, delayMs) : 0) as typeof setTimeout;

/** What the background was asked for, in order. */
export const log: string[] = [];
/** What it answers to a save; without one it is still saving. */
const answers: SaveAnswer[] = [];

let scan: Scan = { scanId: 'scan', issuer: '', label: '', duplicate: 'none', saving: 'on-card' };

const pushes: EnrolmentPushes = new PageEnrolments(
  {
    read: () => Promise.reject(new Error('no picture')),
    handOver: () => Promise.reject(new Error('no frame')),
    readAgain: async () => pushes.offered(scan),
    save: () => {
      log.push('save');
      const [answer] = answers;
      return answer ? Promise.resolve(answer) : new Promise(() => undefined);
    },
    code: () => Promise.reject(new Error('no code')),
    outcome: async (_scanId, outcome) => void log.push(outcome),
    open: async (scanId) => void log.push(scanId === undefined ? 'popup' : 'review'),
    undo: async () => undefined,
    backUp: async () => undefined,
  },
  { say: (word) => word, error: (code) => code, direction: 'ltr' },
  new AbortController().signal,
).start();

/** A frame of the page shows a set-up code. */
export function offer(duplicate: Scan['duplicate']): void {
  scan = { ...scan, duplicate };
  pushes.offered(scan);
}

/** From now on a save opens our window first. */
export function lock(): void {
  answers.push({ kind: 'unlocking', where: 'window' });
}

export function failSave(): void {
  pushes.failed(scan.scanId, 'unexpected');
}

/** The user has unlocked, and the account was saved. */
export function tellSaved(): void {
  pushes.saved(scan.scanId, { kind: 'wait', untilMs: Date.now() + 60_000 });
}

/** As in a browser that cannot tell what the user sees. */
export function proveNothing(): void {
  Reflect.deleteProperty(IntersectionObserverEntry.prototype, 'isVisible');
}
