/** Every wall of the house is seen to hold: a violation is planted in a copy, and the wall says so. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyOfProject, plant, runIn } from './walls/copy.ts';
import { findForbiddenChains, findObjection, readImports } from './walls/imports.ts';
import { findUnregistered } from './walls/registers.ts';

let copy: string;
beforeEach(() => {
  copy = copyOfProject();
});
afterEach(() => rmSync(copy, { recursive: true }));

function append(file: string, text: string): void {
  plant(copy, file, `${readFileSync(path.join(copy, file), 'utf8')}\n${text}\n`);
}

describe('wall 1: the core compiles without a DOM', () => {
  test('no name of the DOM and none of the browser compiles in the core', () => {
    const names = ['document.title', 'chrome.runtime.id', 'browser.runtime.id', 'localStorage'];
    const files = names.map((name, index) => {
      const file = `otp/planted-${index}.ts`;
      plant(copy, `lib/${file}`, `export const planted: unknown = ${name};\n`);
      return file;
    });
    const compiled = runIn(copy, 'tsc', '-p', 'lib');
    expect(compiled.status).not.toBe(0);
    // Each for itself: one that compiled would hide behind the others.
    expect(files.filter((file) => !compiled.output.includes(file))).toEqual([]);
  });
});

describe('wall 2: imports follow the table of rooms', () => {
  const violations: readonly (readonly [string, string, string])[] = [
    ['lib/otp/planted.ts', "import '../vault/vault.ts';", 'a room below imports a room above'],
    [
      'lib/page/dom/planted.ts',
      "const vault = await import('../../vault/vault.ts');",
      'a dynamic import',
    ],
    [
      'lib/page/dom/planted.ts',
      "import type { Vault } from '../../vault/vault.ts';",
      'a type-only import',
    ],
    [
      'lib/page/dom/planted.ts',
      "export let vault: import('../../vault/vault.ts').Vault;",
      'an import type',
    ],
    ['lib/page/dom/planted.ts', "export * from '../../vault/vault.ts';", 'a re-export'],
    [
      'lib/page/dom/planted.ts',
      'export const any = (name: string) => import(name);',
      'a computed name',
    ],
    ['lib/otp/planted.ts', "import 'left-pad';", 'a package that is not listed'],
    ['lib/otp/planted.ts', "import 'node:fs';", 'a module of Node'],
    ['lib/vault/planted.ts', "import 'preact';", 'a package of another room'],
    ['lib/browser/planted.ts', "import '../../tests/run.ts';", 'a file outside every room'],
    ['components/planted.tsx', "import '../entrypoints/popup/main.tsx';", 'an entrypoint'],
    ['lib/planted.ts', "import './errors.ts';", 'a file in no room'],
    ['entrypoints/options/planted.ts', "import '../popup/main.tsx';", 'another entrypoint'],
    [
      'entrypoints/popup/planted.ts',
      "import { codeAt } from '../../lib/otp/code.ts';",
      'a value of a room granted for its types',
    ],
  ];
  /** Each stands in a file of its own, and the copy is read once for all. */
  const planted = violations.map(
    ([file, text, what], index) =>
      [file.replace('planted', `planted-${index}`), text, what] as const,
  );
  let imports: ReturnType<typeof readImports>;
  beforeAll(() => {
    const withAll = copyOfProject();
    for (const [file, text] of planted) plant(withAll, file, text);
    imports = readImports(withAll);
    rmSync(withAll, { recursive: true });
  });
  test.each(planted)('%s: %s (%s)', (file) => {
    const own = imports.filter((one) => one.file === file);
    expect(own.map(findObjection)).toEqual([expect.any(String)]);
  });

  test('a chain of allowed imports from a content script to the vault is seen', () => {
    append('entrypoints/prompt.content/index.ts', "import '../../lib/page/dom/planted.ts';");
    plant(copy, 'lib/page/dom/planted.ts', "import '../../vault/vault.ts';");
    expect(findForbiddenChains(readImports(copy))).toContainEqual(
      expect.stringMatching(
        /prompt\.content.*planted\.ts → lib\/vault\/vault\.ts reaches the vault/,
      ),
    );
  });
});

describe('wall 3: the build refuses a content script with a module of a secret room', () => {
  test('each of the three is named', () => {
    const rooms = ['lib/vault', 'lib/crypto', 'lib/formats'];
    for (const [index, room] of rooms.entries()) {
      plant(copy, `${room}/planted.ts`, "export const planted = document.title + 'planted';\n");
      const name = `planted${index}`;
      append(
        'entrypoints/prompt.content/index.ts',
        `import { planted as ${name} } from '../../${room}/planted.ts'; document.title = ${name};`,
      );
    }
    const built = runIn(copy, 'wxt', 'build');
    expect(built.status).not.toBe(0);
    expect(built.output).toContain('secrets live in one room');
    expect(rooms.filter((room) => !built.output.includes(`${room}/planted.ts`))).toEqual([]);
  });
});

describe('wall 4: a member of a register room is registered', () => {
  test('a new site without its line in index.ts is missed', async () => {
    plant(copy, 'lib/sites/planted.ts', "export const planted = { id: 'planted', origins: [] };\n");
    expect(await findUnregistered(copy, 'lib/sites')).toEqual(['planted.ts']);
  });
});

describe('wall 5: every name is imported where it is used', () => {
  test('a name that WXT could import by itself does not compile', () => {
    plant(
      copy,
      'entrypoints/planted.content/index.ts',
      'export default defineContentScript({ matches: [], main() {} });\n',
    );
    const compiled = runIn(copy, 'tsc', '-p', '.');
    expect(compiled.output).toContain("Cannot find name 'defineContentScript'");
  });
});
