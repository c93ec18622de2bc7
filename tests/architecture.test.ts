import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findForbiddenChains, findObjection, findRoom, readImports } from './walls/imports.ts';
import { packages } from './walls/rooms.ts';

const root = path.resolve(import.meta.dirname, '..');
const imports = readImports(root);

describe('every import is one the table of rooms allows', () => {
  test.each(imports)('$file:$line imports $specifier ($kind)', (one) => {
    expect(findObjection(one)).toBeUndefined();
  });
});

test('no content script reaches a room with secrets or the decoder', () => {
  expect(findForbiddenChains(imports)).toEqual([]);
});

test('the reader sees the files it is meant to judge', () => {
  const roomsSeen = new Set(imports.map((one) => findRoom(one.file)?.name));
  for (const name of ['lib/vault', 'lib/protocol', 'a content script', 'a page of ours']) {
    expect(roomsSeen).toContain(name);
  }
});

test('every listed package is a dependency, and every dependency is listed', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  // wxt is the build tool: only its define… functions, which are the identity, are shipped.
  const shipped = Object.keys(packages).filter((name) => name !== 'wxt');
  expect(Object.keys(manifest.dependencies).toSorted()).toEqual(shipped.toSorted());
});

test('every shipped package has its line in the README', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const lines = readme.split('\n').filter((line) => line.startsWith('|'));
  const missing = Object.keys(packages).filter((name) => {
    const names = [name, name.split('/').at(-1) ?? name];
    return name !== 'wxt' && !lines.some((line) => names.some((one) => line.includes(one)));
  });
  expect(missing).toEqual([]);
});

test('every version in package.json is exact', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap(
    (kind) => Object.entries(manifest[kind] ?? {}),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
