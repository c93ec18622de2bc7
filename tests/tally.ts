import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How many checks or tests ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * The tally of a Vitest JSON report. A file that broke before or after its
 * tests counts as one failure, and so does a run that failed for a reason no
 * test shows (no report, an unhandled error): green must mean all is well.
 */
export function readTally(reportFile: string, run: 'succeeded' | 'failed'): Tally {
  const tally = tallyOf(reportFile);
  return run === 'failed' && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function findReport(reportFile: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

function isBroken(file: Report['testResults'][number]): boolean {
  return (
    file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
  );
}

function tallyOf(reportFile: string): Tally {
  const report = findReport(reportFile);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(isBroken).length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What failed and why, a paragraph each, with files relative to `root`. For the
 * end of the output: whoever reads only the tail of a long run must find it there.
 */
export function failuresOf(reportFile: string, root: string): readonly string[] {
  const files = findReport(reportFile)?.testResults ?? [];
  return files.flatMap((file) => {
    const name = path.relative(root, file.name);
    if (isBroken(file)) return [`${name}\n${file.message}`];
    return file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        [`${name} > ${fullName}`, ...failureMessages].join('\n'),
      );
  });
}
