import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  arrivalIn,
  isUnderWay,
  phaseAfter,
  SIGN_IN_PHASES,
  type PromptArrival,
  type SignInEvent,
  type SignInPhase,
} from '../../../lib/policy/sign-in-table.ts';

/** The phases of a log-in in which these happen one after another. */
function phasesOf(...events: readonly SignInEvent[]): readonly SignInPhase[] {
  let phase: SignInPhase = 'none';
  return events.map((event) => (phase = phaseAfter(phase, event)));
}

function arrive(phase: SignInPhase, arrival: PromptArrival): string {
  const { next, permission } = arrivalIn(phase, arrival);
  return `${permission}, ${next}`;
}

describe('a log-in', () => {
  test('ends with the code that the page sent, until a new one begins', () => {
    expect(phasesOf('identity-typed', 'code-given', 'prompt-sent-and-gone')).toEqual([
      'begun',
      'filled',
      'accepted',
    ]);
    expect(phaseAfter('accepted', 'form-used')).toBe('begun');
    expect(phaseAfter('over', 'identity-typed')).toBe('begun');
  });

  test('ends as well with a code that the user typed himself', () => {
    expect(phaseAfter('asked', 'prompt-sent-and-gone')).toBe('accepted');
    expect(phaseAfter('refused', 'prompt-sent-and-gone')).toBe('accepted');
    expect(phaseAfter('asked', 'prompt-gone')).toBe('begun');
  });

  test('goes on with a code that the page did not send', () => {
    expect(phaseAfter('filled', 'prompt-gone')).toBe('left');
    expect(arrive('left', 'here')).toBe('fill, asked');
  });

  test('typed in one form with the code, keeps the code that stands there', () => {
    expect(phaseAfter('filled', 'identity-typed')).toBe('filled');
    expect(phaseAfter('filled', 'form-used')).toBe('filled');
  });

  test('refused stays so, unless the user names himself again or gives the next code', () => {
    expect(phaseAfter('filled', 'code-refused')).toBe('refused');
    expect(phaseAfter('refused', 'form-used')).toBe('refused');
    expect(phaseAfter('refused', 'prompt-gone')).toBe('refused');
    expect(phaseAfter('refused', 'code-given')).toBe('filled');
    expect(phaseAfter('refused', 'identity-typed')).toBe('begun');
  });
});

describe('a prompt that comes into view', () => {
  test.each<[SignInPhase, PromptArrival, string]>([
    ['none', 'here', 'offer, none'],
    ['begun', 'here', 'fill, asked'],
    ['begun', 'navigated', 'fill, asked'],
    ['begun', 'complaining', 'fill, asked'],
    ['asked', 'here', 'fill, asked'],
    ['filled', 'here', 'offer, filled'],
    ['filled', 'complaining', 'refuse, refused'],
    ['left', 'navigated', 'offer, over'],
    ['left', 'complaining', 'refuse, refused'],
    ['accepted', 'here', 'offer, over'],
    ['accepted', 'navigated', 'offer, over'],
    ['accepted', 'complaining', 'refuse, refused'],
    ['refused', 'here', 'refuse, refused'],
    ['over', 'here', 'offer, over'],
    ['over', 'complaining', 'offer, over'],
  ])('%s, %s: %s', (phase, arrival, expected) => {
    expect(arrive(phase, arrival)).toBe(expected);
  });

  test('is filled by itself in a log-in that has had no code, and in no other', () => {
    const filled = SIGN_IN_PHASES.filter((phase) =>
      (['here', 'navigated', 'complaining'] as const).some(
        (arrival) => arrivalIn(phase, arrival).permission === 'fill',
      ),
    );
    expect(filled).toEqual(['begun', 'asked', 'left']);
  });
});

test('a log-in is under way until the page took its code', () => {
  expect(SIGN_IN_PHASES.filter(isUnderWay)).toEqual([
    'begun',
    'asked',
    'filled',
    'left',
    'refused',
  ]);
});

test('SECURITY.md shows the same table', () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const rows = readFileSync(path.join(root, 'SECURITY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const head = rows.find((cells) => cells.includes('identity-typed')) ?? [];
  const events = head.slice(2, 8) as readonly SignInEvent[];
  const arrivals = head.slice(8, 11) as readonly PromptArrival[];
  expect(events).toHaveLength(6);
  for (const phase of SIGN_IN_PHASES) {
    const shown = rows.find((cells) => cells[1] === phase && cells.length === head.length) ?? [];
    const after = events.map((event) => phaseAfter(phase, event));
    expect([phase, ...shown.slice(2, 8)]).toEqual([
      phase,
      ...after.map((next) => (next === phase ? '' : next)),
    ]);
    expect(shown.slice(8, 11)).toEqual(arrivals.map((arrival) => arrive(phase, arrival)));
  }
});
