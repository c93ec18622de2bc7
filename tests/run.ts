/**
 * `npm test`: every check and every test there is, on a fresh machine. A step
 * that fails does not hide the steps after it. What failed is told again at the
 * end, and the last line is alone and counts everything:
 * `N passed, N failed, N skipped` (a check counts as one).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium, ensureFirefox } from './e2e/driver/browser.ts';
import { runLanes, runProgram, type Outcome, type Step } from './run-steps.ts';
import { failuresOf, readTally } from './tally.ts';

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
const reports = mkdtempSync(path.join(tmpdir(), 'nightlatch-reports-'));

const runTool = (tool: string, argv: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  runProgram(path.join(bin, tool), argv, { cwd: root, env: { ...process.env, ...more } });

type Project = 'unit' | 'isolated' | 'browser' | 'e2e' | 'firefox';

/** One tool that must succeed. */
function check(name: string, tool: string, ...argv: readonly string[]): Step {
  return {
    name,
    async run() {
      const { status, output } = await runTool(tool, argv);
      const passed = status === 'succeeded' ? 1 : 0;
      return { tally: { passed, failed: 1 - passed, skipped: 0 }, output };
    },
  };
}

/** The tests of projects of vitest.config.ts: all of them, or those that `argv` chooses. */
function tests(name: string, projects: readonly Project[], ...argv: readonly string[]): Step {
  return {
    name,
    async run() {
      const report = path.join(reports, `${name}.json`);
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { status, output } = await runTool(
        'vitest',
        ['run', ...projects.map((project) => `--project=${project}`), ...argv, ...reporters],
        // A step before this one built it; without the name the tests would build again.
        {
          NIGHTLATCH_EXTENSION: path.join(root, '.output/chrome-mv3'),
          NIGHTLATCH_FIREFOX_EXTENSION: path.join(root, '.output/firefox-mv3'),
        },
      );
      return { tally: readTally(report, status), output, failures: failuresOf(report, root) };
    },
  };
}

/** The end-to-end tests are started with this process's environment, which names their browser. */
function browser(name: string, variable: string, ensure: () => string): Step {
  return {
    name,
    run(): Promise<Outcome> {
      const program = ensure();
      process.env[variable] = program;
      const tally = { passed: 1, failed: 0, skipped: 0 };
      return Promise.resolve({ tally, output: `${program}\n` });
    },
  };
}

const write = (text: string): void => void process.stdout.write(text);

/** A little of the time in Chromium, so that both lanes end together. */
const OTHERS = ['every-kind', 'never-lose-a-code', 'vault', 'words'].map(
  (name) => `tests/e2e/${name}/`,
);

// The end-to-end tests mostly wait for browsers: the checks use the processors meanwhile. Three
// browsers at once are what two processors bear: the second lane goes on when its own tests are done.
const { tally, failedSteps, failures } = await runLanes(
  [
    [
      check('build for Chromium', 'wxt', 'build'),
      browser('a Chromium to test in', 'CHROMIUM_PATH', ensureChromium),
      tests(
        'most tests in real Chromium',
        ['e2e'],
        ...OTHERS.map((folder) => `--exclude=${folder}**`),
      ),
    ],
    [
      check('types of the core, without a DOM', 'tsc', '-p', 'lib'),
      check('types of the extension', 'tsc', '-p', '.'),
      check('types of the tests', 'tsc', '-p', 'tests'),
      check('lint', 'oxlint', '--type-aware', '--deny-warnings'),
      check('format', 'oxfmt', '--check'),
      check('nothing unused', 'knip'),
      check('build for Firefox', 'wxt', 'build', '-b', 'firefox'),
      tests('unit tests', ['unit', 'isolated']),
      browser('a Firefox to test in', 'FIREFOX_PATH', ensureFirefox),
      tests('tests in real Firefox', ['firefox']),
      tests('parts in a real page', ['browser']),
      tests('the other tests in real Chromium', ['e2e'], ...OTHERS, '--maxWorkers=1'),
    ],
  ],
  write,
);
rmSync(reports, { recursive: true, force: true });

for (const failure of failures) write(`\nFAILED ${failure}\n`);
if (failedSteps.length > 0) write(`\nFailed: ${failedSteps.join(', ')}\n`);
write(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
