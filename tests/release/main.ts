/**
 * `npm run release`: from a clean tree, the archives for the stores and for
 * their reviewers, in `.output/release`, with a table of their sizes. A tag as
 * argument (`npm run release -- v0.1.0`) must be that of the version.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { archive, filesInGit, filesUnder } from './archive.ts';
import { lintAddon } from './lint-addon.ts';

const root = path.resolve(import.meta.dirname, '../..');
const output = path.join(root, '.output/release');
const { version } = packageJson;

/** Says why nothing is released, and ends. */
function refuse(sentence: string): never {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function checkTree(tag: string | undefined): void {
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (changed !== '') refuse(`Commit or remove these first:\n${changed}`);
  if (tag !== undefined && tag !== `v${version}`)
    refuse(`The tag is ${tag}, the version in package.json ${version}: make them the same.`);
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  if (!changelog.includes(`\n## ${version}\n`))
    refuse(`CHANGELOG.md has no heading '## ${version}': write what is new first.`);
}

/** The folder of a fresh build. */
function build(browser: 'chrome' | 'firefox'): string {
  execFileSync(path.join(root, 'node_modules/.bin/wxt'), ['build', '-b', browser], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return path.join(root, `.output/${browser}-mv3`);
}

function unpackedKb(folder: string, files: readonly string[]): number {
  const bytes = files.map((file) => readFileSync(path.join(folder, file)).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}

/** Writes one archive and its line in the table. */
function pack(target: string, folder: string, files: readonly string[]): string {
  const bytes = archive(folder, files);
  const name = `nightlatch-${version}-${target}.zip`;
  writeFileSync(path.join(output, name), bytes);
  const kb = (size: number): string => size.toFixed(0).padStart(7);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const sizes = `${kb(bytes.length / 1000)} kB ${kb(unpackedKb(folder, files))} kB`;
  return `${name.padEnd(34)} ${sizes}  ${String(files.length).padStart(5)}  ${digest}`;
}

checkTree(process.argv[2]);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const chrome = build('chrome');
const firefox = build('firefox');
const lines = [
  pack('chrome', chrome, filesUnder(chrome)),
  // Edge takes Chrome's archive as it is; it has a listing of its own (.github/store).
  pack('edge', chrome, filesUnder(chrome)),
  pack('firefox', firefox, filesUnder(firefox)),
  pack('sources', root, filesInGit(root)),
];
const objections = lintAddon(path.join(output, `nightlatch-${version}-firefox.zip`));
if (objections.length > 0) refuse(`addons-linter objects:\n${objections.join('\n')}`);
const head = `${'.output/release'.padEnd(34)} ${'packed'.padStart(10)} ${'unpacked'.padStart(10)}  files  SHA-256`;
process.stdout.write(`\n${[head, ...lines].join('\n')}\n\naddons-linter: 0 errors\n`);
