import { findBundle } from '../../simulator/bundles.ts';
import { ensureChromium } from './browser.ts';
import { buildExtension } from './build.ts';

/** Once per run: a browser, a fresh build, and the scripts of most pages of the stand-in. tests/run.ts names a build of its own. */
export default async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = ensureChromium();
  process.env['NIGHTLATCH_EXTENSION'] ??= buildExtension();
  // Else each worker would make them for itself.
  await Promise.all(['client', 'antd', 'element-plus'].map(findBundle));
}
