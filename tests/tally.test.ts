import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addTallies, failuresOf, readTally } from './tally.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'nightlatch-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reportOf(content: unknown): string {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

test('passed, failed and skipped tests are counted, todo as skipped', () => {
  const report = reportOf({
    ...counts,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
  });
  expect(readTally(report, 'failed')).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a file that could not be loaded counts as one failure', () => {
  const report = reportOf({
    ...counts,
    numFailedTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  });
  expect(readTally(report, 'failed').failed).toBe(1);
});

test('a run that failed without a failed test is a failure', () => {
  const report = reportOf({ ...counts, numFailedTests: 0, testResults: [] });
  expect(readTally(report, 'failed').failed).toBe(1);
});

test('a run without a report is a failure', () => {
  expect(readTally(path.join(folder, 'absent.json'), 'succeeded')).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});

test('tallies add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(addTallies(one, one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
});

test('what failed is told with its file, its name and its reason', () => {
  const report = reportOf({
    ...counts,
    testResults: [
      {
        name: '/project/tests/one.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'holds', failureMessages: [] },
          { status: 'failed', fullName: 'breaks', failureMessages: ['expected 1 to be 2'] },
        ],
      },
      {
        name: '/project/tests/two.test.ts',
        status: 'failed',
        message: 'no such file',
        assertionResults: [],
      },
    ],
  });
  expect(failuresOf(report, '/project')).toEqual([
    'tests/one.test.ts > breaks\nexpected 1 to be 2',
    'tests/two.test.ts\nno such file',
  ]);
  expect(failuresOf(path.join(folder, 'absent.json'), '/project')).toEqual([]);
});
