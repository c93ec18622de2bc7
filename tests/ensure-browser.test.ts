import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureChromium, ensureFirefox } from './e2e/driver/browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nightlatch-path-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, script = 'exit 0'): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const ROOT = 0;

test('the browser named in CHROMIUM_PATH comes before one on the PATH', () => {
  program('chromium');
  const named = program('my-chromium');
  expect(ensureChromium({ CHROMIUM_PATH: named, PATH: folder })).toBe(named);
});

test('a CHROMIUM_PATH that leads nowhere is said, not silently replaced', () => {
  program('chromium');
  const environment = { CHROMIUM_PATH: path.join(folder, 'absent'), PATH: folder };
  expect(() => ensureChromium(environment)).toThrow('CHROMIUM_PATH names');
});

test.each(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'])(
  '%s on the PATH is found',
  (name) => {
    const file = program(name);
    expect(ensureChromium({ PATH: folder })).toBe(file);
  },
);

test('without a browser and without apt-get the sentence says what to do', () => {
  expect(() => ensureChromium({ PATH: folder })).toThrow(
    /no apt-get here.*Install Chromium or Chrome 148 or newer/,
  );
});

test('as root a missing browser is installed by apt-get', () => {
  const chromium = path.join(folder, 'chromium');
  program(
    'apt-get',
    `case "$1" in install) printf '#!/bin/sh\\n' > ${chromium}; /bin/chmod 755 ${chromium};; esac`,
  );
  expect(ensureChromium({ PATH: folder }, ROOT)).toBe(chromium);
});

test('an apt-get that fails is quoted', () => {
  program('apt-get', 'echo "E: no network" >&2; exit 100');
  expect(() => ensureChromium({ PATH: folder }, ROOT)).toThrow(/update -qq failed: E: no network/);
});

test('without root apt-get is not tried', () => {
  program('apt-get', 'exit 0');
  expect(() => ensureChromium({ PATH: folder }, 1000)).toThrow('needs root');
});

test('Firefox is found the same way, under its own names', () => {
  const firefox = program('firefox-esr');
  expect(ensureFirefox({ PATH: folder })).toBe(firefox);
  const named = program('my-firefox');
  expect(ensureFirefox({ FIREFOX_PATH: named, PATH: folder })).toBe(named);
});

test('a missing Firefox is named as such', () => {
  program('chromium');
  expect(() => ensureFirefox({ PATH: folder })).toThrow(
    /No Firefox was found.*Install Firefox 153 or newer.*FIREFOX_PATH/,
  );
});
