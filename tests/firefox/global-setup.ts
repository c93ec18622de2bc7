import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureFirefox } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';

/** Names the folder of the Firefox that all files share, in which its profile lies. */
export const ROOM = 'NIGHTLATCH_FIREFOX_ROOM';
/** In that folder: the process id of that Firefox. */
export const PROCESS_FILE = 'pid';

/** Once per run: a browser and a fresh build. tests/run.ts names a build of its own. */
export default function setup(): () => void {
  process.env['FIREFOX_PATH'] = ensureFirefox();
  process.env['NIGHTLATCH_FIREFOX_EXTENSION'] ??= buildExtension('firefox');
  const room = mkdtempSync(path.join(tmpdir(), 'nightlatch-firefox-'));
  process.env[ROOM] = room;
  return () => {
    endProcess(path.join(room, PROCESS_FILE));
    rmSync(room, { recursive: true, force: true });
  };
}

/** A worker that ended in the usual way has ended its Firefox already. */
function endProcess(file: string): void {
  if (!existsSync(file)) return;
  try {
    // Puppeteer starts the browser as the leader of its own process group.
    process.kill(-Number(readFileSync(file, 'utf8')), 'SIGKILL');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}
