import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const SHIPPED = ['entrypoints', 'components', 'lib', 'public'];
const FILES = ['package.json', 'tsconfig.json', 'wxt.config.ts'];

/** A copy of what is shipped, in a folder of its own; the packages are shared. The caller removes it. */
export function copyOfProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nightlatch-copy-'));
  for (const name of [...SHIPPED, ...FILES].filter((one) => existsSync(path.join(root, one)))) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Writes `text` to a file of the copy. */
export function plant(folder: string, file: string, text: string): void {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** Runs a tool of node_modules/.bin in `folder`. */
export function runIn(
  folder: string,
  tool: string,
  ...argv: readonly string[]
): { readonly status: number | null; readonly output: string } {
  const done = spawnSync(path.join(root, 'node_modules/.bin', tool), argv, {
    cwd: folder,
    encoding: 'utf8',
    // Vitest sets NODE_ENV to test, and then the build would carry the file names of its sources.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  return { status: done.status, output: done.stdout + done.stderr };
}
