import { spawnSync } from 'node:child_process';
import path from 'node:path';

export type BuiltBrowser = 'chrome' | 'firefox';

const root = path.resolve(import.meta.dirname, '../../..');

/** Builds the extension as it is shipped; answers the folder. Throws with the build's own words. */
export function buildExtension(browser: BuiltBrowser = 'chrome', folder = root): string {
  const done = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (done.status !== 0) throw new Error(`wxt build failed:\n${done.stdout}${done.stderr}`);
  return path.join(folder, `.output/${browser}-mv3`);
}
