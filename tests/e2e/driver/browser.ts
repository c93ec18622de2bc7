import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

interface TestBrowser {
  /** What it is called in sentences. */
  readonly title: string;
  /** The programs it may be on the PATH. */
  readonly names: readonly string[];
  /** Names its program and comes before the PATH. */
  readonly variable: string;
  readonly debianPackage: string;
  /** What to install by hand. */
  readonly advice: string;
}

const CHROMIUM: TestBrowser = {
  title: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  variable: 'CHROMIUM_PATH',
  debianPackage: 'chromium',
  advice: 'Chromium or Chrome 148 or newer',
};

const FIREFOX: TestBrowser = {
  title: 'Firefox',
  names: ['firefox-esr', 'firefox'],
  variable: 'FIREFOX_PATH',
  debianPackage: 'firefox-esr',
  advice: 'Firefox 153 or newer',
};

/**
 * A Chromium to test in: CHROMIUM_PATH, else the PATH, else (as root on a
 * Debian-like system) installed by apt. Throws a sentence for the person at
 * the keyboard when none of this is possible.
 */
export function ensureChromium(environment?: NodeJS.ProcessEnv, userId?: number): string {
  return ensureBrowser(CHROMIUM, environment, userId);
}

/** The same for Firefox, with FIREFOX_PATH. */
export function ensureFirefox(environment?: NodeJS.ProcessEnv, userId?: number): string {
  return ensureBrowser(FIREFOX, environment, userId);
}

function ensureBrowser(
  browser: TestBrowser,
  environment: NodeJS.ProcessEnv = process.env,
  userId = process.getuid?.(),
): string {
  const { title, names, variable, advice } = browser;
  const given = environment[variable];
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new Error(`${variable} names ${given}, which cannot be run. Correct or unset it.`);
  }
  const found = findOnPath(names, environment);
  if (found !== undefined) return found;
  const reason = installByApt(browser, environment, userId);
  const installed = findOnPath(names, environment);
  if (installed !== undefined) return installed;
  throw new Error(
    `No ${title} was found and it could not be installed (${reason}). ` +
      `Install ${advice} and put it on the PATH, or name it in ${variable}.`,
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath(names: readonly string[], environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '');
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find(isExecutable);
}

/** Tries apt; what stood in the way is the answer, for the sentence above. */
function installByApt(
  { title, debianPackage }: TestBrowser,
  environment: NodeJS.ProcessEnv,
  userId: number | undefined,
): string {
  if (findOnPath(['apt-get'], environment) === undefined) return 'there is no apt-get here';
  if (userId !== 0) return 'installing by apt-get needs root';
  process.stderr.write(`Installing ${title} by apt-get …\n`);
  const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ];
  for (const step of steps) {
    const done = spawnSync('apt-get', step, { env, encoding: 'utf8' });
    if (done.status !== 0) {
      const lastLine = done.stderr.trim().split('\n').at(-1) ?? '';
      return `apt-get ${step.join(' ')} failed: ${lastLine}`;
    }
  }
  return 'apt-get installed it, but it is not on the PATH';
}
