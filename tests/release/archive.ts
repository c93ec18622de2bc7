import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { zip } from '../lib/formats/zipping.ts';

/** Every file under a folder, relative to it, with forward slashes. */
export function filesUnder(folder: string): readonly string[] {
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.replaceAll(path.sep, '/'));
}

/** Every file that git keeps under a folder. */
export function filesInGit(folder: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '');
}

/**
 * A ZIP archive of these files. Its bytes depend on names and contents alone:
 * the names are sorted by their code units, and no time, owner or mode is in it.
 */
export function archive(folder: string, files: readonly string[]): Buffer {
  return zip(
    [...files].sort().map((name) => ({ name, content: readFileSync(path.join(folder, name)) })),
  );
}
