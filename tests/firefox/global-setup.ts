import { ensureFirefox } from '../e2e/driver/browser.ts';
import { buildExtension } from '../e2e/driver/build.ts';

/** Once per run: a browser and a fresh build. tests/run.ts names a build of its own. */
export default function setup(): void {
  process.env['FIREFOX_PATH'] = ensureFirefox();
  process.env['NIGHTLATCH_FIREFOX_EXTENSION'] ??= buildExtension('firefox');
}
