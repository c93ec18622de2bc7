import { describe, expect, test } from 'vitest';
import { healthOf, type HealthFacts, type HealthLine } from '../../../lib/policy/health.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 1_800_000_000_000;

const WELL: HealthFacts = {
  nowMs: NOW_MS,
  accounts: 3,
  unconfirmed: 0,
  unreadable: 0,
  backup: { madeMs: NOW_MS - DAY_MS, missing: 0, changed: 'same' },
  backupReminder: 'on',
  recovery: 'kept',
  passphrase: 'set',
  strength: 4,
  lockMinutes: 15,
  keepUnlocked: 'off',
  files: 'none',
};

function lineOf(topic: HealthLine['topic'], facts: Partial<HealthFacts>): HealthLine | undefined {
  return healthOf({ ...WELL, ...facts }).find((line) => line.topic === topic);
}

test('where all is well, every line says so, each topic once', () => {
  const lines = healthOf(WELL);
  expect(lines.map(({ verdict }) => verdict)).toEqual(lines.map(() => 'good'));
  expect(new Set(lines.map(({ topic }) => topic)).size).toBe(lines.length);
});

describe('the backup', () => {
  const madeMs = NOW_MS - 31 * DAY_MS;
  test.each([
    ['none was made', { missing: 3, changed: 'changed' }, 'warning', 'none'],
    [
      'accounts are newer',
      { madeMs: NOW_MS, missing: 2, changed: 'changed' },
      'warning',
      'missing',
    ],
    ['accounts changed a month ago', { madeMs, missing: 0, changed: 'changed' }, 'advice', 'old'],
    [
      'accounts changed just now',
      { madeMs: NOW_MS - DAY_MS, missing: 0, changed: 'changed' },
      'good',
      'good',
    ],
    ['it is old and nothing changed', { madeMs, missing: 0, changed: 'same' }, 'good', 'good'],
  ] as const)('%s', (_what, backup, verdict, state) => {
    expect(lineOf('backup', { backup })).toMatchObject({ verdict, state });
  });

  test('is advice only where an administrator wants no reminder', () => {
    const backup = { missing: 3, changed: 'changed' } as const;
    expect(lineOf('backup', { backup, backupReminder: 'off' })?.verdict).toBe('advice');
  });

  test('is what brings damaged accounts back, and no new one is asked for first', () => {
    const backup = { missing: 3, changed: 'changed' } as const;
    expect(lineOf('backup', { backup, unreadable: 2 })).toMatchObject({
      verdict: 'warning',
      state: 'unreadable',
      amount: 2,
    });
  });

  test('says whether there is none, or none that opens', () => {
    const backup = { missing: 1, changed: 'changed' } as const;
    expect(lineOf('backup', { backup })?.state).toBe('none');
    expect(lineOf('backup', { backup: { ...backup, earlier: 'outdated' } })).toMatchObject({
      verdict: 'warning',
      state: 'outdated',
    });
  });

  test('is not asked for where there is nothing to back up', () => {
    const backup = { missing: 0, changed: 'same' } as const;
    expect(lineOf('backup', { accounts: 0, backup })?.verdict).toBe('good');
  });
});

test.each([
  ['kept', 'good'],
  ['unknown', 'advice'],
  ['not-kept', 'warning'],
] as const)('a recovery code that is %s', (recovery, verdict) => {
  expect(lineOf('recovery', { recovery })).toMatchObject({ verdict, state: recovery });
});

test.each([
  [41_400, 'behind'],
  [-41_400, 'ahead'],
] as const)('a site that is %d ms ahead: this computer is %s', (aheadMs, state) => {
  expect(lineOf('clock', { clock: { siteId: 'vms-cloud', aheadMs } })).toEqual({
    topic: 'clock',
    verdict: 'warning',
    state,
    amount: 41,
    siteId: 'vms-cloud',
    aheadMs,
  });
});

test.each([
  [2, 'advice', 'fair'],
  [3, 'good', 'strong'],
] as const)('a passphrase of strength %d', (strength, verdict, state) => {
  expect(lineOf('passphrase', { strength })).toMatchObject({ verdict, state });
});

test('where a passkey alone unlocks, no passphrase is judged', () => {
  const line = lineOf('passphrase', { passphrase: 'none' });
  expect(line).toMatchObject({ verdict: 'good', state: 'none' });
});

test('a passphrase that nobody measured is not called weak, and not fine', () => {
  const { strength: _measured, ...unmeasured } = WELL;
  const line = healthOf(unmeasured).find(({ topic }) => topic === 'passphrase');
  expect(line).toMatchObject({ verdict: 'advice', state: 'unknown' });
});

test.each([
  [{ lockMinutes: 240 }, 'good', 'good'],
  [{ lockMinutes: 480 }, 'advice', 'long'],
  [{ keepUnlocked: 'on' }, 'advice', 'never'],
] as const)('locking with %j', (facts, verdict, state) => {
  expect(lineOf('lock', facts)).toMatchObject({ verdict, state });
});

test('accounts that were never accepted, and files to delete, are advice', () => {
  expect(lineOf('unconfirmed', { unconfirmed: 2 })).toMatchObject({ verdict: 'advice', amount: 2 });
  expect(lineOf('files', { files: 'to-delete' })).toMatchObject({ verdict: 'advice' });
});
