import { describe, expect, test } from 'vitest';
import {
  decidePrompt,
  decisionOn,
  type DecisionInput,
} from '../../../lib/policy/prompt-decision.ts';

const sure: DecisionInput = {
  permission: 'fill',
  phase: 'asked',
  facts: { verdict: 'fill', readiness: 'ready', signals: [] },
  memory: 'unknown',
};
const weak = { verdict: 'offer', readiness: 'ready', signals: [] } as const;
/** As the field of an enrolment has it, and hardly any log-in. */
const besideScan = { verdict: 'fill', readiness: 'ready', signals: ['near: scan'] } as const;

describe('a prompt', () => {
  test.each<[string, Partial<DecisionInput>, string]>([
    ['that asks for an authenticator code in a log-in is filled', {}, 'fill'],
    ['that may ask for one is offered', { facts: weak }, 'offer'],
    ['that is remembered is filled', { facts: weak, memory: 'remembered' }, 'fill'],
    [
      'that is remembered is offered outside of a log-in',
      { facts: weak, memory: 'remembered', permission: 'offer', phase: 'over' },
      'offer',
    ],
    [
      'that may ask for one is left alone outside of a log-in',
      { facts: weak, permission: 'offer', phase: 'over' },
      'nothing',
    ],
    ['outside of a log-in is offered', { permission: 'offer', phase: 'none' }, 'offer'],
    [
      'in a form that the user still fills is held',
      { facts: { verdict: 'fill', readiness: 'held', signals: [] } },
      'hold',
    ],
    ['beside words of scanning is offered', { facts: besideScan }, 'offer'],
    [
      'beside words of scanning that is remembered is filled',
      { facts: besideScan, memory: 'remembered' },
      'fill',
    ],
    ['after a refusal is the user’s', { permission: 'refuse', phase: 'refused' }, 'refuse'],
  ])('%s', (_title, change, decision) => {
    expect(decidePrompt({ ...sure, ...change })).toBe(decision);
  });
});

describe('a site that asks first', () => {
  test.each([
    ['fill', 'offer'],
    ['hold', 'offer'],
    ['offer', 'offer'],
    ['refuse', 'refuse'],
    ['nothing', 'nothing'],
  ] as const)('%s is %s', (decision, expected) => {
    expect(decisionOn({ fill: 'by-hand' }, decision)).toBe(expected);
    expect(decisionOn({ fill: 'by-itself' }, decision)).toBe(decision);
  });
});
