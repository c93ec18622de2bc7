/** The archives for the stores: the same bytes from the same files, wherever and whenever they were written. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readZip } from '../../lib/formats/open/zip.ts';
import { archive, filesUnder } from './archive.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const FILES: Readonly<Record<string, string>> = {
  'manifest.json': '{}',
  'Zeta.js': 'z'.repeat(5000),
  '_locales/en/messages.json': '{ "a": {} }',
  'chunks/a.js': 'a',
};

/** A folder with these files, written in this order and at this time. */
function folderWith(names: readonly string[], seconds: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nightlatch-archive-'));
  folders.push(folder);
  for (const name of names) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, FILES[name] ?? '');
    utimesSync(file, seconds, seconds);
  }
  return folder;
}

test('two folders with the same files give the same bytes', () => {
  const names = Object.keys(FILES);
  const one = folderWith(names, 1_700_000_000);
  const other = folderWith(names.toReversed(), 1_800_000_000);
  const bytes = archive(one, filesUnder(one));
  expect(archive(other, filesUnder(other)).equals(bytes)).toBe(true);
  expect(archive(other, filesUnder(other).toReversed()).equals(bytes)).toBe(true);
});

test('an independent reader finds every file in it, in one order', () => {
  const folder = folderWith(Object.keys(FILES), 1_700_000_000);
  const entries = readZip(new Uint8Array(archive(folder, filesUnder(folder))));
  expect(entries.map(({ name }) => name)).toEqual(Object.keys(FILES).sort());
  expect(entries.map(({ size }) => size)).toEqual(
    Object.keys(FILES)
      .sort()
      .map((name) => FILES[name]?.length),
  );
});
