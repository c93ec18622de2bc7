import type { ErrorCode } from '../../errors.ts';
import type { CardPress } from './card-view.ts';
import type { SaveOrder, Scan } from './ports.ts';
import type { Effect, EnrolmentEvent, EventName, Phase, ScanEventName } from './state.ts';

/** The phase that follows, and what is done, in this order. */
export type Transition = readonly [to: Phase, ...effects: readonly Effect[]];

type Row = Readonly<Record<Phase, Transition>>;

const NOTHING: Row = {
  none: ['none'],
  offered: ['offered'],
  saving: ['saving'],
  unlocking: ['unlocking'],
  saved: ['saved'],
};

/** A row in which every phase but `none` goes the same way. */
function always(...transition: Transition): Row {
  return {
    none: ['none'],
    offered: transition,
    saving: transition,
    unlocking: transition,
    saved: transition,
  };
}

const IN_PLACE: Transition = ['offered', 'tell-cancelled', 'end', 'begin'];

const GO_WITH_QR: Transition = ['none', 'tell-cancelled', 'close-card', 'end', 'begin-kept'];

/** Event by phase. What a row does not name is left as NOTHING has it. */
const TABLE: Readonly<Record<EventName, Row>> = {
  // A second QR in view waits until the first is dealt with.
  'scan-beside': {
    none: ['offered', 'begin'],
    offered: ['offered', 'keep-for-later'],
    saving: ['saving', 'keep-for-later'],
    unlocking: ['unlocking', 'keep-for-later'],
    saved: ['saved', 'keep-for-later'],
  },
  'scan-in-place': { ...always(...IN_PLACE), none: ['offered', 'begin'] },
  'scan-in-place-same-name': {
    ...always(...IN_PLACE),
    none: ['offered', 'begin'],
    // The user has said save and is about to unlock: that holds for the page's newer QR, too.
    unlocking: ['saving', 'tell-cancelled', 'end', 'begin', 'show-saving', 'save'],
  },
  // The page has drawn the same QR again: it is still the account that was saved.
  'scan-of-saved': { ...NOTHING, saved: ['saved', 'follow-picture'] },
  'scan-refused': { ...NOTHING, none: ['none', 'show-failed'] },
  unreadable: { ...NOTHING, none: ['none', 'show-unreadable'] },

  'press-save': {
    ...NOTHING,
    none: ['none', 'close-card'],
    offered: ['saving', 'show-saving', 'save'],
    // Our window is behind the page's.
    unlocking: ['saving', 'save'],
  },
  'press-fill': { ...NOTHING, none: ['none', 'close-card'], saved: ['saved', 'fill-next'] },
  'press-open': {
    ...NOTHING,
    none: ['none', 'close-card', 'open-popup'],
    offered: ['offered', 'open-review'],
    // Nothing proves this press: the vault is opened in the popup as well.
    unlocking: ['unlocking', 'open-popup'],
    saved: ['saved', 'open-popup'],
  },
  'press-dismiss': {
    ...always('none', 'tell-dismissed', 'show-dismissed', 'end', 'begin-kept'),
    none: ['none', 'close-card'],
    // The save goes on, and nobody knows yet what comes of it.
    saving: ['none', 'close-card', 'tell-dismissed', 'end', 'begin-kept'],
    // Once saved, the page's verdict is still waited for, silently.
    saved: ['saved', 'close-card'],
  },
  'press-back-up': { ...NOTHING, none: ['none', 'close-card', 'open-backup'] },

  'press-undo': { ...NOTHING, none: ['none', 'undo'], saved: ['saved', 'undo'] },

  'code-given': always('saved', 'offer-undo', 'fill'),
  'saved-in-popup': always('none', 'end', 'show-kept', 'begin-kept'),
  'unlock-opened': { ...NOTHING, saving: ['unlocking', 'show-unlocking'] },
  'unlock-by-toolbar': { ...NOTHING, saving: ['unlocking', 'show-toolbar'] },
  'another-name-read': {
    ...NOTHING,
    offered: ['offered', 'show-offer'],
    saving: ['offered', 'show-offer'],
  },
  // Unlocking took longer than the text lives: the next press reads it again.
  'text-expired': { ...always('offered', 'show-offer'), saved: ['saved'] },
  'vault-locked': always('offered', 'show-offer'),
  // Only an open vault knows its accounts: the question comes late.
  'same-name-known': always('offered', 'show-same-name'),
  failed: { ...always('offered', 'show-failed'), saved: ['saved', 'show-failed'] },

  undone: {
    ...NOTHING,
    none: ['none', 'show-undone'],
    saved: ['none', 'end', 'show-undone', 'begin-kept'],
  },
  'undo-failed': {
    ...NOTHING,
    none: ['none', 'end-undo', 'show-failed'],
    saved: ['saved', 'end-undo', 'show-failed'],
  },

  filling: always('saved', 'watch-dialog'),
  // Before anything is saved the card goes with the QR, so that no press is for what nobody sees. While the user
  // unlocks, the page may draw it anew.
  'qr-missed': { ...NOTHING, offered: GO_WITH_QR },
  'qr-gone': { ...NOTHING, offered: GO_WITH_QR, unlocking: GO_WITH_QR },
  'page-accepted': always('none', 'end-undo', 'confirm', 'end', 'begin-kept'),
  'page-refused': always('saved', 'tell-refused', 'show-refused'),
  'page-cancelled': always('none', 'tell-cancelled', 'leave-card', 'end', 'begin-kept'),
  'page-unsure': always('none', 'leave-card', 'end', 'begin-kept'),
};

/** What an event of this name leads to in `phase`. */
export function transitionOf(event: EventName, phase: Phase): Transition {
  return TABLE[event][phase];
}

export function areSameName(one: Scan, other: Scan): boolean {
  return one.issuer === other.issuer && one.label === other.label;
}

/** What is known of a new scan beside the enrolment that is under way. */
interface ScanFacts {
  readonly phase: Phase;
  readonly current: Scan | undefined;
  readonly scan: Scan;
  /** other-element: the QR under way still shows, and the new one is not in its element. */
  readonly place: 'same-place' | 'other-element';
}

export function classifyScan({ phase, current, scan, place }: ScanFacts): ScanEventName {
  if (phase === 'saved' && scan.duplicate === 'same-secret') return 'scan-of-saved';
  if (place === 'other-element') return 'scan-beside';
  const isSameName = current !== undefined && areSameName(current, scan);
  return isSameName ? 'scan-in-place-same-name' : 'scan-in-place';
}

/** What a refusal of the background means to the enrolment. */
export function eventOfFailure(code: ErrorCode): EnrolmentEvent {
  if (code === 'account-duplicate') return { name: 'same-name-known' };
  if (code === 'vault-locked') return { name: 'vault-locked' };
  return { name: 'failed', code };
}

export function eventOfPress(press: CardPress): EnrolmentEvent {
  if (press === 'save') return { name: 'press-save' };
  if (press === 'replace' || press === 'keep-both') return { name: 'press-save', duplicate: press };
  return { name: `press-${press}` };
}

/** A save that no press led to is for a QR that the page has drawn anew. */
export function saveOrderOf(event: EnrolmentEvent): SaveOrder {
  if (event.name !== 'press-save') return { cause: 'redraw' };
  return { cause: 'press', ...(event.duplicate ? { duplicate: event.duplicate } : {}) };
}
