/** The enrolment in the page as a table: every event in every phase, without a page. */
import { describe, expect, test } from 'vitest';
import { PHASES, type EventName, type Phase } from '../../../../lib/page/enrolment/state.ts';
import {
  classifyScan,
  eventOfFailure,
  transitionOf,
} from '../../../../lib/page/enrolment/transitions.ts';

/** What the table must say: `phase: effects`, phase by phase; '=' stays and does nothing. */
const EXPECTED: Readonly<Record<EventName, readonly [string, string, string, string, string]>> = {
  'scan-beside': [
    'offered: begin',
    'offered: keep-for-later',
    'saving: keep-for-later',
    'unlocking: keep-for-later',
    'saved: keep-for-later',
  ],
  'scan-in-place': [
    'offered: begin',
    'offered: tell-cancelled end begin',
    'offered: tell-cancelled end begin',
    'offered: tell-cancelled end begin',
    'offered: tell-cancelled end begin',
  ],
  'scan-in-place-same-name': [
    'offered: begin',
    'offered: tell-cancelled end begin',
    'offered: tell-cancelled end begin',
    'saving: tell-cancelled end begin show-saving save',
    'offered: tell-cancelled end begin',
  ],
  'scan-of-saved': ['=', '=', '=', '=', 'saved: follow-picture'],
  'scan-refused': ['none: show-failed', '=', '=', '=', '='],
  unreadable: ['none: show-unreadable', '=', '=', '=', '='],
  'press-save': ['none: close-card', 'saving: show-saving save', '=', 'saving: save', '='],
  'press-fill': ['none: close-card', '=', '=', '=', 'saved: fill-next'],
  'press-open': [
    'none: close-card open-popup',
    'offered: open-review',
    '=',
    'unlocking: open-popup',
    'saved: open-popup',
  ],
  'press-dismiss': [
    'none: close-card',
    'none: tell-dismissed show-dismissed end begin-kept',
    'none: close-card tell-dismissed end begin-kept',
    'none: tell-dismissed show-dismissed end begin-kept',
    'saved: close-card',
  ],
  'press-back-up': ['none: close-card open-backup', '=', '=', '=', '='],
  'press-undo': ['none: undo', '=', '=', '=', 'saved: undo'],
  'code-given': [
    '=',
    'saved: offer-undo fill',
    'saved: offer-undo fill',
    'saved: offer-undo fill',
    'saved: offer-undo fill',
  ],
  'saved-in-popup': [
    '=',
    'none: end show-kept begin-kept',
    'none: end show-kept begin-kept',
    'none: end show-kept begin-kept',
    'none: end show-kept begin-kept',
  ],
  undone: ['none: show-undone', '=', '=', '=', 'none: end show-undone begin-kept'],
  'undo-failed': ['none: end-undo show-failed', '=', '=', '=', 'saved: end-undo show-failed'],
  'unlock-opened': ['=', '=', 'unlocking: show-unlocking', '=', '='],
  'unlock-by-toolbar': ['=', '=', 'unlocking: show-toolbar', '=', '='],
  'another-name-read': ['=', 'offered: show-offer', 'offered: show-offer', '=', '='],
  'text-expired': ['=', 'offered: show-offer', 'offered: show-offer', 'offered: show-offer', '='],
  'vault-locked': [
    '=',
    'offered: show-offer',
    'offered: show-offer',
    'offered: show-offer',
    'offered: show-offer',
  ],
  'same-name-known': [
    '=',
    'offered: show-same-name',
    'offered: show-same-name',
    'offered: show-same-name',
    'offered: show-same-name',
  ],
  failed: [
    '=',
    'offered: show-failed',
    'offered: show-failed',
    'offered: show-failed',
    'saved: show-failed',
  ],
  filling: [
    '=',
    'saved: watch-dialog',
    'saved: watch-dialog',
    'saved: watch-dialog',
    'saved: watch-dialog',
  ],
  'qr-missed': ['=', 'none: tell-cancelled close-card end begin-kept', '=', '=', '='],
  'qr-gone': [
    '=',
    'none: tell-cancelled close-card end begin-kept',
    '=',
    'none: tell-cancelled close-card end begin-kept',
    '=',
  ],
  'page-accepted': [
    '=',
    'none: end-undo confirm end begin-kept',
    'none: end-undo confirm end begin-kept',
    'none: end-undo confirm end begin-kept',
    'none: end-undo confirm end begin-kept',
  ],
  'page-refused': [
    '=',
    'saved: tell-refused show-refused',
    'saved: tell-refused show-refused',
    'saved: tell-refused show-refused',
    'saved: tell-refused show-refused',
  ],
  'page-cancelled': [
    '=',
    'none: tell-cancelled leave-card end begin-kept',
    'none: tell-cancelled leave-card end begin-kept',
    'none: tell-cancelled leave-card end begin-kept',
    'none: tell-cancelled leave-card end begin-kept',
  ],
  'page-unsure': [
    '=',
    'none: leave-card end begin-kept',
    'none: leave-card end begin-kept',
    'none: leave-card end begin-kept',
    'none: leave-card end begin-kept',
  ],
};

const EVENTS = Object.keys(EXPECTED) as readonly EventName[];
const everywhere = EVENTS.flatMap((event) => PHASES.map((phase) => ({ event, phase })));

function written(event: EventName, phase: Phase): string {
  const [to, ...effects] = transitionOf(event, phase);
  return to === phase && effects.length === 0 ? '=' : `${to}: ${effects.join(' ')}`;
}

test.each(EVENTS)('%s leads where it should in every phase', (event) => {
  expect(PHASES.map((phase) => written(event, phase))).toEqual(EXPECTED[event]);
});

describe('whatever happens,', () => {
  test('an enrolment begins only where none is under way, or the one before has ended', () => {
    for (const { event, phase } of everywhere) {
      const [to, ...effects] = transitionOf(event, phase);
      const began = effects.indexOf('begin');
      if (began >= 0 && phase !== 'none') expect(effects.slice(0, began)).toContain('end');
      if (phase === 'none' && to !== 'none') expect(effects).toContain('begin');
      if (phase !== 'none' && to === 'none') expect(effects).toContain('end');
    }
  });

  test('what is told of a scan is told before the scan is let go', () => {
    for (const { event, phase } of everywhere) {
      const [, ...effects] = transitionOf(event, phase);
      const end = effects.indexOf('end');
      const after = end < 0 ? [] : effects.slice(end);
      expect(after.filter((effect) => /^(tell|confirm)/.test(effect))).toEqual([]);
    }
  });

  test('only a press, or one while the same account was being unlocked, saves', () => {
    const saving = everywhere.filter(({ event, phase }) =>
      transitionOf(event, phase).includes('save'),
    );
    expect(saving).toEqual([
      { event: 'scan-in-place-same-name', phase: 'unlocking' },
      { event: 'press-save', phase: 'offered' },
      { event: 'press-save', phase: 'unlocking' },
    ]);
  });
});

const scan = (label: string, duplicate: 'none' | 'same-secret' = 'none') => ({
  scanId: label,
  issuer: 'TP-Link',
  label,
  duplicate,
  saving: 'on-card' as const,
});

test.each([
  ['scan-in-place', 'none', undefined, scan('b'), 'same-place'],
  ['scan-in-place', 'offered', scan('a'), scan('b'), 'same-place'],
  ['scan-in-place-same-name', 'unlocking', scan('a'), scan('a'), 'same-place'],
  ['scan-in-place', 'unlocking', scan('a'), { ...scan('a'), issuer: 'VIGI' }, 'same-place'],
  ['scan-beside', 'unlocking', scan('a'), scan('a'), 'other-element'],
  ['scan-beside', 'saved', scan('a'), scan('b'), 'other-element'],
  ['scan-of-saved', 'saved', scan('a'), scan('a', 'same-secret'), 'other-element'],
  ['scan-in-place-same-name', 'offered', scan('a'), scan('a', 'same-secret'), 'same-place'],
] as const)('a scan is called %s in the phase %s', (name, phase, current, newScan, place) => {
  expect(classifyScan({ phase, current, scan: newScan, place })).toBe(name);
});

test('a refusal of the background is an event of its own where the card can go on', () => {
  expect(eventOfFailure('account-duplicate').name).toBe('same-name-known');
  expect(eventOfFailure('vault-locked').name).toBe('vault-locked');
  expect(eventOfFailure('scan-gone')).toEqual({ name: 'failed', code: 'scan-gone' });
});
