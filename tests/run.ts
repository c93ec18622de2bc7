/**
 * `npm test`: every check and every test there is, on a fresh machine. A step
 * that fails does not hide the steps after it. The last line is alone and
 * counts everything: `N passed, N failed, N skipped` (a check counts as one).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './e2e/driver/browser.ts';
import { addTallies, failuresOf, readTally, type Tally } from './tally.ts';

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
const reports = mkdtempSync(path.join(tmpdir(), 'nightlatch-reports-'));

const failures: string[] = [];
const failedSteps: string[] = [];

const CHECKS: Readonly<Record<string, readonly string[]>> = {
  'types of the core, without a DOM': ['tsc', '-p', 'lib'],
  'types of the extension': ['tsc', '-p', '.'],
  'types of the tests': ['tsc', '-p', 'tests'],
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  format: ['oxfmt', '--check'],
  'nothing unused': ['knip'],
  'build for Chromium': ['wxt', 'build'],
  'build for Firefox': ['wxt', 'build', '-b', 'firefox'],
};

function run(command: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const [program = '', ...argv] = command;
  const done = spawnSync(path.join(bin, program), argv, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  });
  return done.status === 0;
}

function check(command: readonly string[]): Tally {
  return run(command) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function vitest(project: string): Tally {
  const report = path.join(reports, `${project}.json`);
  const finished = run(
    [
      'vitest',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    // The build step before this one made it; without it the tests would build again.
    { NIGHTLATCH_EXTENSION: path.join(root, '.output/chrome-mv3') },
  );
  failures.push(...failuresOf(report, root));
  return readTally(report, finished ? 'succeeded' : 'failed');
}

function browser(): Tally {
  try {
    process.env['CHROMIUM_PATH'] = ensureChromium();
    process.stdout.write(`${process.env['CHROMIUM_PATH']}\n`);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (thrown) {
    process.stdout.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const steps: readonly (readonly [string, () => Tally])[] = [
  ...Object.entries(CHECKS).map(([name, command]) => [name, () => check(command)] as const),
  ['unit tests', () => vitest('unit')],
  ['a browser to test in', browser],
  ['tests in real Chromium', () => vitest('e2e')],
];

let total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const startMs = performance.now();
  const tally = step();
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  process.stdout.write(`── ${name}: ${tally.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  if (tally.failed > 0) failedSteps.push(name);
  total = addTallies(total, tally);
}
rmSync(reports, { recursive: true, force: true });

for (const failure of failures) process.stdout.write(`\nFAILED ${failure}\n`);
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
