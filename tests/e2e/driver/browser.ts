import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * A Chromium to test in: CHROMIUM_PATH, else the PATH, else (as root on a
 * Debian-like system) installed by apt. Throws a sentence for the person at
 * the keyboard when none of this is possible.
 */
export function ensureChromium(
  environment: NodeJS.ProcessEnv = process.env,
  userId = process.getuid?.(),
): string {
  const given = environment['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (isExecutable(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, which cannot be run. Correct or unset it.`);
  }
  const found = findOnPath(NAMES, environment);
  if (found !== undefined) return found;
  const reason = installByApt(environment, userId);
  const installed = findOnPath(NAMES, environment);
  if (installed !== undefined) return installed;
  throw new Error(
    `No Chromium was found and it could not be installed (${reason}). ` +
      'Install Chromium or Chrome 148 or newer and put it on the PATH, or name it in CHROMIUM_PATH.',
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
function installByApt(environment: NodeJS.ProcessEnv, userId: number | undefined): string {
  if (findOnPath(['apt-get'], environment) === undefined) return 'there is no apt-get here';
  if (userId !== 0) return 'installing by apt-get needs root';
  process.stderr.write('Installing Chromium by apt-get …\n');
  const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
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
