import { spawnSync } from 'node:child_process';
import path from 'node:path';

const linter = path.resolve(import.meta.dirname, '../../node_modules/.bin/addons-linter');

/**
 * What Mozilla's linter says of every build, and why it stays:
 * - UNSAFE_VAR_ASSIGNMENT: Preact's own code for dangerouslySetInnerHTML, which we use nowhere.
 * - KEY_FIREFOX_ANDROID…: data_collection_permissions is from 142 on Android, for
 *   which the extension is not offered (there is no gecko_android key).
 */
const ACCEPTED = ['UNSAFE_VAR_ASSIGNMENT', 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION'];

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}
interface Report {
  readonly errors: readonly Message[];
  readonly notices: readonly Message[];
  readonly warnings: readonly Message[];
}

/** What Mozilla's linter objects to in a built add-on (a folder or an archive), beyond the accepted, each once. */
export function lintAddon(addon: string): readonly string[] {
  const done = spawnSync(linter, [addon, '--output', 'json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const report = JSON.parse(done.stdout) as Report;
  const accepted = new Set(ACCEPTED);
  const warnings = report.warnings.filter(({ code }) => {
    const isAccepted = accepted.has(code);
    accepted.delete(code);
    return !isAccepted;
  });
  return [...report.errors, ...report.notices, ...warnings].map(
    ({ code, message, file }) => `${code} in ${file ?? 'the add-on'}: ${message}`,
  );
}
