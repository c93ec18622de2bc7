/**
 * `npm run test:floors [chromium|firefox]`: chosen tests in the oldest Chromium
 * and Firefox that Debian still offers beside the current ones. They are only
 * unpacked, into the cache in node_modules: what is installed stays as it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync } from 'node:fs';
import path from 'node:path';

interface Floor {
  /** The first one is that of the program; the others come in the same version. */
  readonly packages: readonly [string, ...(readonly string[])];
  readonly program: string;
  /** Names the program to the tests. */
  readonly variable: string;
  readonly project: 'e2e' | 'firefox';
  readonly tests: readonly string[];
}

const FLOORS: Readonly<Record<string, Floor>> = {
  chromium: {
    packages: ['chromium', 'chromium-common'],
    // Not the script /usr/bin/chromium, which knows one place.
    program: 'usr/lib/chromium/chromium',
    variable: 'CHROMIUM_PATH',
    project: 'e2e',
    tests: [
      'tests/e2e/driver.test.ts',
      'tests/e2e/enrol-in-one-click',
      'tests/e2e/every-prompt/variants.test.ts',
      'tests/e2e/every-qr/looks.test.ts',
      'tests/e2e/every-way-in/menu.test.ts',
      'tests/e2e/fill-by-hand/account-picker-ends.test.ts',
      'tests/e2e/fill-by-hand/account-picker.test.ts',
      'tests/e2e/fill-by-hand/menu-and-command.test.ts',
      'tests/e2e/locking',
      'tests/e2e/messages/strangers.test.ts',
      'tests/e2e/never-lose-a-code/restore-vault.test.ts',
      'tests/e2e/page-defence',
      'tests/e2e/sign-in-with-nothing-to-do',
      'tests/e2e/sites-the-user-adds',
    ],
  },
  firefox: {
    packages: ['firefox-esr'],
    program: 'usr/lib/firefox-esr/firefox-esr',
    variable: 'FIREFOX_PATH',
    project: 'firefox',
    tests: ['tests/firefox'],
  },
};

const root = path.resolve(import.meta.dirname, '../..');

/** Runs a program to its end, in `cwd`; gives what it printed. Throws where it fails. */
function run(program: string, argv: readonly string[], cwd: string): string {
  const done = spawnSync(program, argv, { cwd, encoding: 'utf8' });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ${argv.join(' ')} failed: ${done.stderr}`);
  return done.stdout;
}

/** The oldest version on offer: apt-cache lists the newest one first. */
function oldestVersion(name: string): string {
  const lines = run('apt-cache', ['madison', name], root).trim().split('\n');
  const version = lines.at(-1)?.split('|')[1]?.trim();
  if (version === undefined) throw new Error(`apt knows no ${name}: run apt-get update`);
  return version;
}

/** The program of that floor, unpacked now or by an earlier run. */
function unpack({ packages, program }: Floor): string {
  const version = oldestVersion(packages[0]);
  const folder = path.join(root, 'node_modules/.cache/floors', `${packages[0]}-${version}`);
  const unpacked = path.join(folder, program);
  if (existsSync(unpacked)) return unpacked;
  mkdirSync(folder, { recursive: true });
  run('apt-get', ['download', ...packages.map((name) => `${name}=${version}`)], folder);
  for (const file of globSync('*.deb', { cwd: folder })) run('dpkg', ['-x', file, '.'], folder);
  return unpacked;
}

/** Runs the chosen tests, and says how vitest ended. */
function test(floor: Floor): number {
  const program = unpack(floor);
  process.stdout.write(`\n${program}\n`);
  const vitest = path.join(root, 'node_modules/.bin/vitest');
  const argv = ['run', '--project', floor.project, ...floor.tests];
  const { status } = spawnSync(vitest, argv, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, [floor.variable]: program },
  });
  return status ?? 1;
}

const [wanted] = process.argv.slice(2);
const chosen = Object.entries(FLOORS).filter(([name]) => wanted === undefined || name === wanted);
if (chosen.length === 0)
  throw new Error(`'${wanted}' is none of ${Object.keys(FLOORS).join(', ')}`);
const codes = chosen.map(([, floor]) => test(floor));
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;
