import { ensureChromium } from './browser.ts';
import { buildExtension } from './build.ts';

/** Once per run: a browser and a fresh build. tests/run.ts names a build of its own. */
export default function setup(): void {
  process.env['CHROMIUM_PATH'] = ensureChromium();
  process.env['NIGHTLATCH_EXTENSION'] ??= buildExtension();
}
