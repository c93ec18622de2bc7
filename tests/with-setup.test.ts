import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const LOCK = {
  packages: {
    '': {},
    'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
    'node_modules/elsewhere': { version: '1.0.0', integrity: 'sha512-two', optional: true },
  },
};

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'nightlatch-setup-'));
  mkdirSync(path.join(project, '.ci'));
  cpSync(path.join(root, '.ci/with-setup.mjs'), path.join(project, '.ci/with-setup.mjs'));
  write('package-lock.json', JSON.stringify(LOCK));
  write(
    'say.ts',
    'const said: string[] = process.argv.slice(2); console.log(said); process.exit(7);',
  );
  // Stands for npm: says what it was asked, and installs as npm does.
  write(
    'npm.js',
    `console.log('npm', process.argv.slice(2).join(' ')); process.exit(Number(process.env.NPM_FAILS ?? 0));`,
  );
});
afterEach(() => rmSync(project, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
  writeFileSync(path.join(project, name), text);
}

/** Packages as npm leaves them, with the record it writes last. */
function installed(version: string): void {
  const packages = { 'node_modules/one': { version, integrity: 'sha512-one' } };
  write('node_modules/.package-lock.json', JSON.stringify({ packages }));
}

function run(environment: NodeJS.ProcessEnv = {}): { status: number | null; output: string } {
  const argv = [path.join(project, '.ci/with-setup.mjs'), 'say.ts', 'a', 'b c'];
  const done = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: path.join(project, 'npm.js'), ...environment },
  });
  return { status: done.status, output: done.stdout + done.stderr };
}

test('arguments and exit code are those of the file', () => {
  installed('1.0.0');
  const { status, output } = run();
  expect(output).toContain("[ 'a', 'b c' ]");
  expect(status).toBe(7);
});

test('what is installed as the lockfile says is left alone; other systems’ packages may be absent', () => {
  installed('1.0.0');
  expect(run().output).not.toContain('npm ci');
});

test.each(['nothing is installed', 'a version is another'])(
  'when %s, npm ci runs without scripts',
  (why) => {
    if (why === 'a version is another') installed('0.9.0');
    expect(run().output).toContain('npm ci --ignore-scripts');
  },
);

test('a failed install ends with a sentence, and the file does not run', () => {
  const { status, output } = run({ NPM_FAILS: '1' });
  expect(output).toContain('The packages could not be installed. Check the network');
  expect(output).not.toContain("'a'");
  expect(status).toBe(1);
});

test('the packaged Node is used where there is one', () => {
  installed('1.0.0');
  const bin = path.join(project, `node_modules/node-${process.platform}-${process.arch}/bin`);
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, path.join(bin, 'node'));
  write('say.ts', 'console.log(process.argv0);');
  expect(run().output).toContain(path.join(bin, 'node'));
});
