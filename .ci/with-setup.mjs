// Runs one TypeScript file of this project on a machine that has nothing but
// npm and some Node from 18 on: `node .ci/with-setup.mjs FILE [ARGUMENTS]`.
// Plain JavaScript without packages, because it runs before there are any.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/** @param {string} file @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * npm writes its own lockfile into node_modules as the last act of an install,
 * so a broken-off install has none. Optional packages may be absent: they are
 * those of other systems.
 */
function isInstalled() {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = lockedPackages(record);
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = installed[place];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function install() {
  process.stdout.write('Installing the packages of package-lock.json …\n');
  const npm = process.env['npm_execpath'];
  const argv = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...argv], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', argv, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    giveUp(
      'The packages could not be installed. Check the network and the npm registry (npm config get registry), then run the same command again.',
    );
  }
}

/** The pinned Node of package.json's optionalDependencies, else the one running if it is new enough. */
function findNode() {
  const folder = path.join(
    modules,
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  );
  const pinned = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}

const [script, ...argv] = process.argv.slice(2);
if (!script) giveUp('Usage: node .ci/with-setup.mjs FILE [ARGUMENTS]');
if (!isInstalled()) install();
const node = findNode();
if (!node) {
  giveUp(
    `There is no packaged Node for ${process.platform}-${process.arch}. Install Node 24 or newer (this is ${process.versions.node}) and run the same command again.`,
  );
}

const bin = path.join(modules, '.bin');
const child = spawn(node, [path.join(root, script), ...argv], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` },
});
// The terminal sends Ctrl+C to both of us; waiting for the child keeps its last words on screen.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
});
