import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectNone } from './expect-none.ts';
import {
  findCircles,
  findExcessFiles,
  findForbiddenChains,
  findObjection,
  findRoom,
  readImports,
} from './walls/imports.ts';
import { packages, rooms } from './walls/rooms.ts';

const root = path.resolve(import.meta.dirname, '..');
const imports = readImports(root);

test('every import is one the table of rooms allows', () => {
  const violations = imports.flatMap((one) => {
    const objection = findObjection(one);
    const place = `${one.file}:${one.line} imports ${one.specifier} (${one.kind})`;
    return objection === undefined ? [] : [`${place}: ${objection}`];
  });
  expectNone(violations);
});

test('each content script carries only its own files of lib/page', () => {
  expectNone(findExcessFiles(imports));
});

test('no files and no rooms import each other', () => {
  expectNone(findCircles(imports));
});

test('every room of the table exists', () => {
  const files = imports.flatMap(({ file, specifier }) =>
    specifier.startsWith('.')
      ? [file, path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))]
      : [file],
  );
  const empty = rooms.filter((room) => !files.some((file) => room.files.test(file)));
  expect(empty.map(({ name }) => name)).toEqual([]);
});

test('no content script reaches a room with secrets or the decoder', () => {
  expectNone(findForbiddenChains(imports));
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
