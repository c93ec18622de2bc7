import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleSizes } from './bench/popup/bytes.ts';
import { archive, filesUnder } from './release/archive.ts';
import { lintAddon } from './release/lint-addon.ts';
import { copyOfProject, runIn } from './walls/copy.ts';

const root = path.resolve(import.meta.dirname, '..');
const copies: string[] = [];
afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true })));

interface Manifest {
  readonly minimum_chrome_version?: string;
  readonly browser_specific_settings?: { readonly gecko?: { readonly strict_min_version: string } };
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly content_scripts: readonly unknown[];
  readonly commands: Readonly<
    Record<string, { readonly suggested_key?: object; readonly global?: boolean }>
  >;
}

interface Build {
  readonly output: string;
  /** SHA-256 of every file, by its name. */
  readonly digests: Readonly<Record<string, string>>;
  readonly manifest: Manifest;
}

type BrowserName = 'chrome' | 'firefox';

/** A fresh build in a folder of its own. */
function build(browser: BrowserName): Build {
  const copy = copyOfProject();
  copies.push(copy);
  const built = runIn(copy, 'wxt', 'build', '-b', browser);
  expect(built.status, built.output).toBe(0);
  return readBuild(path.join(copy, `.output/${browser}-mv3`), copy);
}

/** The build that a step of `npm test` made in the project's own folder; undefined where a file is run alone. */
function builtBefore(browser: BrowserName): Build | undefined {
  const variables = { chrome: 'NIGHTLATCH_EXTENSION', firefox: 'NIGHTLATCH_FIREFOX_EXTENSION' };
  const output = process.env[variables[browser]];
  return output === undefined ? undefined : readBuild(output, root);
}

/** Reads what was built, and expects that it does not name the folder it was built in. */
function readBuild(output: string, folder: string): Build {
  const files = globSync('**/*', { cwd: output }).filter((file) =>
    statSync(path.join(output, file)).isFile(),
  );
  const digests = Object.fromEntries(
    files.toSorted().map((file) => {
      const content = readFileSync(path.join(output, file));
      expect(content.includes(folder), `${file} names the folder it was built in`).toBe(false);
      return [file, createHash('sha256').update(content).digest('hex')];
    }),
  );
  const manifest = JSON.parse(readFileSync(path.join(output, 'manifest.json'), 'utf8')) as Manifest;
  return { output, digests, manifest };
}

const OWN_HOSTS = ['', 'use1-', 'euw1-', 'aps1-']
  .flatMap((region) => [`${region}id`, `${region}vms`])
  .map((name) => `https://${name}.tplinkcloud.com/*`)
  .toSorted();

const EVERYWHERE = [
  'activeTab',
  'alarms',
  'clipboardRead',
  'clipboardWrite',
  'contextMenus',
  'idle',
  'scripting',
  'storage',
  'unlimitedStorage',
];
const PERMISSIONS = {
  chrome: [...EVERYWHERE, 'offscreen'].toSorted(),
  firefox: EVERYWHERE,
};

const linesOf = (file: string): readonly string[] =>
  readFileSync(path.join(root, file), 'utf8').split('\n');
const readme = linesOf('README.md');
const storeReasons = linesOf('.github/store/permissions.md');

describe.each(['chrome', 'firefox'] as const)('the build for %s', (browser) => {
  let one: Build;
  beforeAll(() => {
    one = build(browser);
  });

  test('is the same, byte for byte, from two folders', () => {
    expect(Object.keys(one.digests)).toContain('manifest.json');
    expect((builtBefore(browser) ?? build(browser)).digests).toEqual(one.digests);
  });

  test('says the oldest version it runs in', () => {
    expect(one.manifest.minimum_chrome_version).toBe(browser === 'chrome' ? '133' : undefined);
    const { gecko } = one.manifest.browser_specific_settings ?? {};
    expect(gecko?.strict_min_version).toBe(browser === 'firefox' ? '140.0' : undefined);
  });

  test('asks for these permissions and hosts, and for no other', () => {
    expect(one.manifest.permissions.toSorted()).toEqual(PERMISSIONS[browser]);
    expect(one.manifest.host_permissions.toSorted()).toEqual(OWN_HOSTS);
    // Nothing at the time of installation: each is asked for host by host.
    expect(one.manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(one.manifest.optional_permissions).toEqual(['notifications']);
  });

  test.each(PERMISSIONS[browser])('says in README and listing what %s is for', (permission) => {
    const row = new RegExp(`^\\| [^|]*\\b${permission}\\b[^|]* \\| \\S`, 'u');
    expect(readme.filter((line) => row.test(line))).toHaveLength(1);
    expect(storeReasons.filter((line) => row.test(line))).toHaveLength(1);
  });

  test('runs one script by itself, at the hosts of the register only', () => {
    expect(one.manifest.content_scripts).toEqual([
      {
        js: ['content-scripts/prompt.js'],
        matches: OWN_HOSTS,
        all_frames: true,
        run_at: 'document_start',
      },
    ]);
  });

  test('has a key to fill and one to open, and leaves those to lock and to copy to the user', () => {
    const keys = Object.entries(one.manifest.commands).map(([name, { suggested_key: key }]) => [
      name,
      key,
    ]);
    expect(Object.fromEntries(keys)).toEqual({
      fill: { default: 'Alt+Shift+F' },
      lock: undefined,
      'copy-pinned': undefined,
      _execute_action: { default: 'Alt+Shift+L' },
    });
    // In Chromium the user may give it a key that works in every program.
    const { global } = one.manifest.commands['copy-pinned'] ?? {};
    expect(global).toBe(browser === 'chrome' ? true : undefined);
  });

  test('gives the popup a script that is read at once', () => {
    const popup = bundleSizes(one.output).find(({ name }) => name === 'popup.html');
    expect(popup?.bytes).toBeLessThan(80_000);
  });

  test("runs the popup's script as soon as it is there, and before the first paint", () => {
    const page = readFileSync(path.join(one.output, 'popup.html'), 'utf8');
    const modules = page.match(/<script [^>]*type="module"[^>]*>/gu) ?? [];
    expect(modules).toHaveLength(1);
    expect(modules[0]).toContain(' async blocking="render" ');
  });

  test('gives the popup no more files than it needs for the first code: each delays it', () => {
    const page = readFileSync(path.join(one.output, 'popup.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = '']) =>
      file.replace(/(?<=\/.+)-[\w-]{8}(?=\.\w+$)/, ''),
    );
    expect(files.toSorted()).toEqual([
      ...(browser === 'firefox' ? ['appearance.js'] : []),
      'assets/popup-pages.css',
      'chunks/popup-pages.js',
    ]);
  });

  test('packs into an archive that is quick to fetch', () => {
    const packed = archive(one.output, filesUnder(one.output));
    expect(packed.length).toBeLessThan(700_000);
  });

  test('has no door for pages and other extensions', () => {
    expect(one.manifest).not.toHaveProperty('web_accessible_resources');
    expect(one.manifest).not.toHaveProperty('externally_connectable');
    expect(one.manifest).not.toHaveProperty('sandbox');
  });

  test('lets our pages load nothing from outside, and be framed by nobody', () => {
    const policy = one.manifest.content_security_policy.extension_pages.split('; ');
    expect(policy.toSorted()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        // Firefox knows Trusted Types later than our floor.
        ...(browser === 'chrome'
          ? ["require-trusted-types-for 'script'", 'trusted-types import-reader']
          : []),
      ].toSorted(),
    );
  });

  if (browser === 'firefox') {
    test("passes Mozilla's linter", () => {
      expect(lintAddon(one.output)).toEqual([]);
    });
  }
});
